"""From bytes to pages: encodings, languages, records, and what is set aside."""

from __future__ import annotations

import json

import pytest

from riwaya.model import Page, SetAside
from riwaya.reading.items import Item
from riwaya.reading.language import language_of
from riwaya.reading.read import read_item

ARABIC = (
    "وزير الزراعة يفتتح سد الوادي الجديد\r\n\r\nقال وزير الزراعة في كلمة ألقاها اليوم إن السد الذي بني في ثلاث سنوات "
    "سيروي نحو أربعين ألف فدان.\r\nوأضاف\u00a0أن العمل في القناة الثانية يبدأ بعد شهر."
)


def text_item(data: bytes, **extra: str) -> Item:
    return Item("a.txt", data, "text", "a.txt", **extra)


def page_of(item: Item) -> Page:
    page = read_item(item)
    assert isinstance(page, Page)
    return page


def aside_of(item: Item) -> SetAside:
    one = read_item(item)
    assert isinstance(one, SetAside)
    return one


@pytest.mark.parametrize(
    "encoding", ["utf-8", "windows-1256", "iso-8859-6", "utf-16-le", "utf-16-be", "utf-16"]
)
def test_undeclared_encodings_are_found(encoding: str) -> None:
    plain = ARABIC.replace("\u00a0", " ")
    page = page_of(text_item(plain.encode(encoding)))
    assert page.text == plain
    assert page.encoding is not None
    assert page.language == "ar"


def test_plain_text_is_kept_exactly() -> None:
    page = page_of(text_item(ARABIC.encode()))
    assert page.text == ARABIC
    assert (page.format, page.raw_sha256) == ("text", text_item(ARABIC.encode()).raw_sha256)


@pytest.mark.parametrize(
    ("real", "declared"),
    [("utf-8", "windows-1256"), ("windows-1256", "utf-8"), ("windows-1256", "iso-8859-1")],
)
def test_a_wrong_declaration_is_not_believed(real: str, declared: str) -> None:
    body = ARABIC.replace("\u00a0", " ")
    lines = "".join(f"<p>{line}</p>" for line in body.split("\r\n") if line)
    markup = f'<html><head><meta charset="{declared}"></head><body><article>{lines}</article></body></html>'
    page = page_of(Item("a.html", markup.encode(real), "html", "a.html"))
    assert "وأضاف أن العمل" in page.text


def test_a_few_invalid_bytes_are_read_as_utf8_and_told() -> None:
    data = ARABIC.encode()
    page = page_of(text_item(data[:100] + b"\xff\xfe" + data[100:]))
    assert page.encoding == "utf-8"
    assert any(hint.kind == "damage" for hint in page.hints)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("رئیس جمهور گفت که این قرارداد برای مردم بسیار مهم است و باید اجرا شود", "fa"),
        ("وزیر اعظم نے کہا ہے کہ حکومت عوام کے لیے نئے منصوبے شروع کرے گی", "ur"),
        ("سەرۆکی حکومەت لە کۆبوونەوەیەکدا بە وەزیرەکان گفت کە کارەکان بەردەوامن", "ku"),
        ("د ملي امنیت شورا وویل چې دوی به له ګاونډیو هېوادونو سره خبرې وکړي", "ps"),
        ("مىنىستىر مۇخبىرلارنى كۈتۈۋېلىش يىغىنىدا سۆز قىلدى", "ug"),
        ("وزير اعليٰ چيو آهي ته حڪومت عوام جي ڀلائي لاءِ ڪم ڪري رهي آهي", "sd"),
        ("ھۆكۈمەت باشلىقى بۇ ھەقتە سۆز قىلىپ خەلق ئۈچۈن يېڭى پىلان بار دېدى", "ug"),
        ("The minister said on Monday that the new dam would open next year", "en"),
    ],
)
def test_other_languages_are_set_aside_by_name(text: str, language: str) -> None:
    one = aside_of(text_item(text.encode()))
    assert (one.reason, one.language) == ("not_arabic", language)
    assert "not Arabic" in one.detail


@pytest.mark.parametrize("header", [None, "utf-8", "iso-8859-1", "windows-1256"])
@pytest.mark.parametrize(
    "declared", [None, "utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "utf-16", "nonsense"]
)
@pytest.mark.parametrize(
    "real", ["utf-8", "utf-8-sig", "windows-1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_whatever_is_declared_the_bytes_decide(
    real: str, declared: str | None, header: str | None
) -> None:
    body = ARABIC.replace("\u00a0", " ")
    lines = "".join(f"<p>{line}</p>" for line in body.split("\r\n") if line)
    meta = f'<meta charset="{declared}">' if declared else ""
    markup = f"<html><head>{meta}</head><body><article>{lines}</article></body></html>"
    page = page_of(Item("a.html", markup.encode(real), "html", "a.html", charset=header))
    assert "وأضاف أن العمل" in page.text


@pytest.mark.parametrize(
    "text", ["عاجل", "قمة طارئة", "مقتل 3 في انفجار", "وصول الوفد إلى جنيف", "الوزير: سنبني چسرا"]
)
def test_short_arabic_is_arabic(text: str) -> None:
    assert language_of(text) == "ar"


@pytest.mark.parametrize("data", [b"12345 - 678", b"...\n---", "\u200f\u200f".encode()])
def test_a_page_without_words_is_set_aside(data: bytes) -> None:
    assert aside_of(text_item(data)).reason == "no_body"


@pytest.mark.parametrize(
    "text", ["عنوان خبر وحده بلا نص", "عنوان خبر وحده\n\nاترك تعليقا\n\nجميع الحقوق محفوظة"]
)
def test_a_title_alone_is_no_page(text: str) -> None:
    assert aside_of(text_item(text.encode())).reason == "no_body"


def record(value: object, line: str = "f.jsonl#3") -> Item:
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=True).encode()
    return Item(line, data, "record", "f.jsonl")


def test_a_record_is_title_blank_line_text() -> None:
    page = page_of(
        record(
            {
                "id": "x1",
                "title": " عنوان ",
                "text": "نص الخبر كما هو.",
                "outlet": "موقع",
                "url": "https://example.org/x",
            }
        )
    )
    assert (page.id, page.text, page.url) == (
        "x1",
        "عنوان\n\nنص الخبر كما هو.",
        "https://example.org/x",
    )
    assert ("outlet", "موقع") in {(hint.kind, hint.value) for hint in page.hints}


def test_a_record_without_an_id_is_known_by_file_and_line() -> None:
    assert page_of(record({"text": "قال الوزير إن العمل مستمر."})).id == "f.jsonl#3"


@pytest.mark.parametrize(
    "data",
    [
        b'{"id": "x", "text": "cut o',
        b"[1, 2]",
        b'"text"',
        b"12",
        b"null",
        b"{" * 100_000,
        b'{"a": ' + b"9" * 9000 + b"}",
    ],
)
def test_what_is_no_record_names_its_line(data: bytes) -> None:
    one = aside_of(record(data))
    assert one.reason in ("bad_record", "no_body")
    assert "f.jsonl#3" in one.detail


def test_a_cut_record_tells_the_column() -> None:
    assert "column 13" in aside_of(record(b'{"id": "x", x')).detail


def test_a_record_without_text_has_no_body() -> None:
    assert aside_of(record({"id": "x", "title": "عنوان فقط بلا نص"})).reason == "no_body"


def test_lone_surrogates_pass() -> None:
    page = page_of(
        record(
            b'{"title": "\\ud800 \xd8\xae\xd8\xa8\xd8\xb1 \xd8\xac\xd8\xaf\xd9\x8a\xd8\xaf", "text": "\\udfff \xd9\x82\xd8\xa7\xd9\x84 \xd8\xa7\xd9\x84\xd9\x88\xd8\xb2\xd9\x8a\xd8\xb1 \xd9\x81\xd9\x8a \xd8\xa8\xd9\x8a\xd8\xa7\xd9\x86"}'
        )
    )
    page.text.encode("utf-8")


def test_a_records_markup_is_laid_out() -> None:
    page = page_of(
        record(
            {
                "title": "خبر",
                "html": "<p>قال الوزير إن العمل مستمر.</p><p>وأضاف أن النتائج قريبة.</p>",
            }
        )
    )
    assert page.text == "خبر\n\nقال الوزير إن العمل مستمر.\n\nوأضاف أن النتائج قريبة."
