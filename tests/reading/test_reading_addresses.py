"""The ways to one page lead to one address; two pages keep two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.model import Hint
from riwaya.reading.addresses import page_address, url_address
from riwaya.reading.page import page_from_text

PLAIN = "https://www.sahel.example/news/2025/3/20/58213-port"


@pytest.mark.parametrize(
    "other",
    [
        "http://sahel.example/news/2025/3/20/58213-port/",
        "https://m.sahel.example/news/2025/3/20/58213-port",
        "https://amp.sahel.example/news/2025/3/20/58213-port",
        "https://www.sahel.example/amp/news/2025/3/20/58213-port",
        "https://www.sahel.example/news/2025/3/20/58213-port/amp/",
        "https://www.sahel.example/news/2025/3/20/58213-port?outputType=amp",
        "https://www.sahel.example/print/news/2025/3/20/58213-port",
        "https://www.sahel.example/news/2025/3/20/58213-port?print=1&tmpl=component",
        "https://www.sahel.example/news/2025/3/20/58213-port?utm_source=t&utm_medium=s&fbclid=abc#c",
        "https://www-sahel-example.cdn.ampproject.org/c/s/www.sahel.example/news/2025/3/20/58213-port",
        "https://www.google.com/amp/s/www.sahel.example/news/2025/3/20/58213-port",
        "https://web.archive.org/web/20250321101500/https://www.sahel.example/news/2025/3/20/58213-port",
        "https://WWW.SAHEL.EXAMPLE:443//news/2025/3/20/58213-port",
    ],
)
def test_versions_of_one_page_have_one_address(other: str) -> None:
    assert url_address(other) == url_address(PLAIN) == "//sahel.example/news/2025/3/20/58213-port"


@pytest.mark.parametrize(
    "other",
    [
        "https://www.sahel.example/news/2025/3/20/58214-port",
        "https://www.other.example/news/2025/3/20/58213-port",
        "https://www.sahel.example:8080/news/2025/3/20/58213-port",
        "https://www.sahel.example/news/2025/3/20/58213-port?page=2",
    ],
)
def test_other_pages_have_other_addresses(other: str) -> None:
    assert url_address(other) != url_address(PLAIN)


def test_parameters_that_name_the_page_count_in_any_order() -> None:
    a = "https://sahel.example/show.php?id=12&cat=3"
    b = "https://sahel.example/show.php?cat=3&utm_campaign=x&id=12"
    assert url_address(a) == url_address(b)
    assert url_address(a) != url_address(a.replace("12", "13"))


def address(url: str | None, canonical: str) -> str | None:
    hints = (Hint(kind="url", value=canonical, basis="canonical"),)
    return page_address(page_from_text("p", "نص", format="html", url=url, hints=hints))


@pytest.mark.parametrize(
    ("url", "canonical", "wanted"),
    [
        ("https://sahel.example/?p=58213", PLAIN, "//sahel.example/news/2025/3/20/58213-port"),
        ("https://x.sahel.example/v/58213", PLAIN, "//sahel.example/news/2025/3/20/58213-port"),
        (PLAIN, "https://www.sahel.example/", "//sahel.example/news/2025/3/20/58213-port"),
        (PLAIN, "https://www.sahel.example/news/archive", "//sahel.example/news/2025/3/20/58213-port"),
        (PLAIN, "https://agency.example/58213", "//sahel.example/news/2025/3/20/58213-port"),
        (None, PLAIN, "//sahel.example/news/2025/3/20/58213-port"),
    ],
)  # fmt: skip
def test_a_canonical_address_counts_where_it_can_be_the_pages(
    url: str | None, canonical: str, wanted: str
) -> None:
    assert address(url, canonical) == wanted


@given(st.text(max_size=80))
def test_any_text_has_an_address_or_none_and_it_is_its_own_address(text: str) -> None:
    for url in (text, f"https://sahel.example/{text}"):
        found = url_address(url)
        if found is not None:
            assert found.startswith("//")
