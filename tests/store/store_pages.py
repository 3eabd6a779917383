"""Pages for the store's tests: our own sentences, made ready as the engine does."""

from __future__ import annotations

from riwaya.model import Analysed, Block, Found, Hint, Mention, Page, Speaker, Statement
from riwaya.reading.page import page_from_text
from riwaya.store.codec import Stored
from riwaya.store.prepare import PreparedPage, prepare

TEXT = "وزيرة الزراعة: المحصول جيد\n\nقالت الوزيرة سلمى الدوري إن محصول القمح جيد هذا العام.\n"
OTHER = "افتتاح معرض الكتاب في المدينة\n\nافتتح المعرض بمشاركة مئة ناشر من عشرين بلدا.\n"


def page(page_id: str = "a.txt", text: str = TEXT, url: str | None = None) -> Page:
    hints = (Hint(kind="url", value=url, basis="record"),) if url else ()
    return page_from_text(page_id, text, url=url, hints=hints)


def found(text: str = TEXT) -> Found:
    """Layers by hand, so that these tests do not lean on the page steps."""
    end = text.index("\n")
    body = text.rindex("\n", 0, len(text) - 1) + 1
    stop = len(text.rstrip())
    statement = Statement(
        id="s1",
        type="indirect",
        content=((body + 5, stop),),
        cue=(body, body + 4),
        speaker=Speaker(entity="salma-duri", name="سلمى الدوري"),
    )
    mention = Mention(
        start=body,
        end=body + 4,
        text=text[body : body + 4],
        type="PER",
        kind="name",
        entity="salma-duri",
    )
    blocks = (
        Block(start=0, end=end, role="title"),
        Block(start=body, end=stop, role="paragraph"),
    )
    return Found(blocks=blocks, statements=(statement,), mentions=(mention,))


def prepared(
    page_id: str = "a.txt", text: str = TEXT, url: str | None = None, address: str | None = None
) -> PreparedPage:
    made = page(page_id, text, url)
    layers = found(text)
    stored = Stored(page=made, layers=layers, trace=())
    fields = {name: getattr(layers, name) for name in layers.__struct_fields__}
    title = text[: text.index("\n")]
    analysed = Analysed(
        id=page_id, text=text, language="ar", title=title, sha256=made.sha256, **fields
    )
    return prepare(stored, analysed, b"digest", address)
