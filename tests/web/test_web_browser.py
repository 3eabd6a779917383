"""The desk in a real browser: every view, both languages, phone and desk; axe, console, requests, keys."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from riwaya.store.reader import RecordReader
from tests.web.desk_views import CALL, VIEWS, at, chromium, running

if chromium() is None and not os.environ.get("RIWAYA_BROWSER_REQUIRED"):
    pytest.skip(
        "no Chromium on this machine: make test installs it where it may", allow_module_level=True
    )

from playwright.sync_api import Browser, Page, expect, sync_playwright

SIZES = {"phone": (390, 844), "desk": (1360, 900)}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        # Chromium's own sandbox needs rights that a container often lacks; the pages are our own.
        made = play.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def address(record: Path) -> Iterator[str]:
    with running(record, read_only=True) as there:
        yield there


@pytest.fixture(scope="module")
def own(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(record, tmp_path_factory.mktemp("browser") / "own.db"))


@pytest.fixture(scope="module")
def writing(own: Path) -> Iterator[str]:
    with running(own) as there:
        yield there


class Watched:
    """A page of which every error and every request is noted."""

    def __init__(self, browser: Browser, address: str, width: str, **context: Any) -> None:
        size = SIZES[width]
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, bypass_csp=False, **context
        )
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", lambda request: self._request(request.url, address))

    def _console(self, message: Any) -> None:
        # The answer 404 of the view that is to give it is told on the console as well.
        if message.type in ("error", "warning") and "404" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _request(self, url: str, address: str) -> None:
        if not url.startswith((address + "/", "data:")):
            self.faults.append(f"request: {url}")


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Any]:
    made: list[Watched] = []

    def make(width: str = "desk", there: str = address, **context: Any) -> Watched:
        made.append(Watched(browser, there, width, **context))
        return made[-1]

    yield make
    for one in made:
        one.context.close()


def tick(page: Any, selector: str, *, on: bool) -> None:
    """Set a checkbox by its key: a click can miss it while the page still settles."""
    box = page.locator(selector)
    if box.is_checked() != on:
        box.press(" ")
    assert box.is_checked() == on


@pytest.mark.parametrize(
    ("language", "width", "theme"),
    [
        ("ar", "phone", "light"),
        ("ar", "desk", "dark"),
        ("en", "phone", "dark"),
        ("en", "desk", "light"),
    ],
)
def test_every_view(watched: Any, address: str, language: str, width: str, theme: str) -> None:
    """axe finds nothing serious, the console stays empty, nothing leaves the machine, nothing runs over."""
    one = watched(width, color_scheme=theme)
    found: list[str] = []
    for name, path in VIEWS.items():
        one.page.goto(f"{address}/{language}{path}")
        one.page.evaluate(AXE)
        result = one.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for violation in result["violations"]:
            if violation["impact"] in ("serious", "critical"):
                where = [node["target"][0] for node in violation["nodes"]][:4]
                found.append(f"{name}: {violation['id']}: {where}")
        if not one.page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            found.append(f"{name}: runs over the width")
        fonts = one.page.evaluate(
            "[...document.fonts].filter(f => f.status === 'error').map(f => f.family)"
        )
        found += [f"{name}: font {family}" for family in fonts]
    assert not found, "\n".join(found)
    assert not one.faults, one.faults


def test_keys(watched: Any, address: str) -> None:
    one = watched()
    page = one.page
    page.goto(f"{address}/ar/stories")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.href")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.href")
    assert first != second
    assert "/story" in second
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.href") == first
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "quick"
    page.keyboard.type("j")
    assert page.evaluate("document.activeElement.value") == "j"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('keys').open")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("3")
    page.wait_for_url("**/ar/statements")
    page.keyboard.press("l")
    page.wait_for_url("**/en/statements")
    assert not one.faults, one.faults


def test_layers_are_switched_and_stay_so(watched: Any, address: str) -> None:
    one = watched()
    page = one.page
    page.goto(f"{address}{at('/ar/page', id=CALL)}")
    ground = "getComputedStyle(document.querySelector('.l-said')).backgroundColor"
    marked = page.evaluate(ground)
    page.click("text=الأقوال >> nth=-1", trial=True)
    tick(page, "#layer-statements", on=False)
    assert page.evaluate(ground) != marked
    page.keyboard.press("Tab")
    page.reload()
    assert not page.is_checked("#layer-statements")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("1")
    assert page.is_checked("#layer-statements")
    assert page.evaluate(ground) == marked
    assert not one.faults, one.faults


def test_a_link_to_words_brings_them_into_view(watched: Any, address: str) -> None:
    one = watched("phone")
    one.page.goto(f"{address}{VIEWS['contact'].replace('/contact', '/en/contact')}")
    one.page.locator("a.words").last.click()
    one.page.wait_for_url("**/page?*#at")
    box = one.page.locator("#at").bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= SIZES["phone"][1]


def test_filters_answer_without_loading_the_page_again(watched: Any, address: str) -> None:
    one = watched()
    page = one.page
    page.goto(f"{address}/ar/stories")
    page.evaluate("window.same = true")
    tick(page, "input[name=disputed]", on=True)
    expect(page.locator(".row.story")).to_have_count(3)
    page.wait_for_url("**/ar/stories?*disputed=1*")
    assert page.evaluate("window.same")
    assert "since" not in page.url
    page.go_back()
    expect(page.locator(".row.story")).to_have_count(4)
    assert not one.faults, one.faults


def test_everything_works_without_scripts(watched: Any, address: str) -> None:
    one = watched(java_script_enabled=False)
    page = one.page
    page.goto(f"{address}/en/stories")
    tick(page, "input[name=disputed]", on=True)
    page.click(".filters button")
    page.wait_for_url("**/en/stories?*disputed=1*")
    assert page.locator(".row.story").count() == 3
    page.goto(f"{address}{at('/en/page', id=CALL)}")
    page.locator(".l-name").first.click()
    assert page.locator("#pick h2").count() == 1
    tick(page, "#layer-names", on=False)
    page.goto(f"{address}/en/search")
    page.fill("#words", "البحيرة")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search?*")
    assert page.locator("mark").count() > 3


def test_a_name_is_picked_corrected_and_restored(watched: Any, writing: str, own: Path) -> None:
    one = watched(there=writing)
    page = one.page
    page.goto(f"{writing}{at('/en/page', id=CALL)}")
    page.click(".l-name:has-text('الجانب الكيني')")
    page.wait_for_selector("#pick h2:has-text('الجانب الكيني')")
    assert "pick" not in page.url
    page.click("#pick button[value=not_a_name]")
    page.wait_for_selector("text=removed")
    with RecordReader(own) as reader:
        assert "الجانب الكيني" not in [m.text for m in reader.page(CALL).mentions]
    page.click("button:has-text('Undo')")
    page.wait_for_selector("text=undone")
    with RecordReader(own) as reader:
        assert "الجانب الكيني" in [m.text for m in reader.page(CALL).mentions]
    assert not one.faults, one.faults


def test_names_are_offered_as_one_types(watched: Any, address: str) -> None:
    one = watched()
    page = one.page
    page.goto(f"{address}/ar/statements")
    page.locator("input[name=speaker]").press_sequentially("بيرك", delay=20)
    page.wait_for_selector("#list-speaker option", state="attached")
    assert "بيركلاند" in page.locator("#list-speaker option").first.get_attribute("value")
    assert "/statements" in page.url
    assert not one.faults, one.faults


def test_the_theme_is_chosen_and_kept(watched: Any, address: str) -> None:
    one = watched(color_scheme="light")
    page = one.page
    ground = "getComputedStyle(document.body).backgroundColor"
    page.goto(f"{address}/ar/stories?order=size")
    light = page.evaluate(ground)
    page.click(".theme button")
    page.wait_for_selector("html[data-theme=dark]")
    assert page.url.endswith("/ar/stories?order=size")
    assert page.evaluate(ground) != light
    page.goto(f"{address}/en/")
    assert page.get_attribute("html", "data-theme") == "dark"


def test_on_paper_there_are_words_and_no_switches(watched: Any, address: str) -> None:
    one = watched()
    one.page.emulate_media(media="print")
    one.page.goto(f"{address}{at('/ar/page', id=CALL)}")
    for gone in (".bar", ".foot", "#switches", "#pick"):
        assert not one.page.is_visible(gone), gone
    assert one.page.is_visible(".layers")
