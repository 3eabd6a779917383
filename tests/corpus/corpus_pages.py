"""Pages for the tests of copies and stories: invented news, of one paragraph a line."""

from __future__ import annotations

from riwaya.corpus.digest import Digest, digest
from riwaya.model import Analysed, Block, Contact, Mention, Outlet, Published, Ref, Role, Source

DAM = (
    "افتتح محافظ وادي النخيل جسرا جديدا يربط ضفتي النهر بعد ثلاثة أعوام من الأشغال التي تعثرت مرتين بسبب نقص التمويل",
    "وأوضح مهندس المشروع أن الجسر يتسع لأربعة مسارات ويختصر الطريق بين القريتين إلى ربع ساعة",
    "ورحب التجار بالخطوة آملين أن تنعش السوق القديمة قبل موسم جني التمور",
)
FIRE = (
    "اندلع حريق كبير في مخزن للأخشاب شرقي مدينة الساحل فجرا وامتدت ألسنته إلى ثلاثة متاجر مجاورة",
    "وتمكنت فرق الإطفاء من السيطرة على النيران بعد خمس ساعات دون تسجيل إصابات بين السكان",
)


def analysed(
    page_id: str,
    title: str,
    paragraphs: tuple[str, ...],
    *,
    published: str | None = None,
    outlet: str | None = None,
    source: str | None = None,
    links: tuple[str, ...] = (),
    contacts: tuple[Contact, ...] = (),
    named: tuple[str, ...] = (),
) -> Analysed:
    """A page whose ``links`` are a block of links after its body; ``named`` words are mentions."""
    lines: list[tuple[str, Role]] = [(title, "title")]
    lines += [(paragraph, "paragraph") for paragraph in paragraphs]
    lines += [(link, "related") for link in links]
    blocks, at = [], 0
    for line, role in lines:
        blocks.append(Block(start=at, end=at + len(line), role=role))
        at += len(line) + 1
    text = "\n".join(line for line, _ in lines)
    return Analysed(
        id=page_id,
        text=text,
        language="ar",
        title=title,
        blocks=tuple(blocks),
        published=Published(value=published, basis="metadata") if published else None,
        outlet=Outlet(name=outlet, entity=outlet) if outlet else None,
        sources=(Source(entity=source, kind="outlet", via="byline"),) if source else (),
        contacts=contacts,
        mentions=tuple(
            Mention(
                start=start, end=start + len(word), text=word, type="PER", kind="name", entity=word
            )
            for word in named
            if (start := text.find(word)) >= 0
        ),
    )  # fmt: skip


def page(page_id: str, title: str, paragraphs: tuple[str, ...], **more: object) -> Digest:
    """The digest of such a page."""
    return digest(analysed(page_id, title, paragraphs, **more))  # type: ignore[arg-type]


def call(
    *parties: str, start: str | None = None, at: int = 0, duration: str | None = None
) -> Contact:
    """A held phone call, told of at ``at``."""
    return Contact(
        id="c1",
        kind="phone_call",
        status="held",
        parties=tuple(Ref(entity=party, name=party) for party in parties),
        start=start,
        duration=duration,
        evidence={"kind": ((at, at + 1),)},
    )
