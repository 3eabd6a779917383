"""Which feeds to watch: addresses, files that list them, and OPML (http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from riwaya.errors import RiwayaError
from riwaya.reading.web.source import is_web

_LARGEST = 10_000_000


def feed_addresses(sources: Iterable[str]) -> list[str]:
    """The addresses that the sources name, each once, in order; error ``usage`` for what names none."""
    found: dict[str, None] = {}
    for source in sources:
        addresses = [source] if is_web(source) else list(_listed(Path(source)))
        if not addresses:
            raise RiwayaError("usage", why=f"{source}: no feed address in it")
        found.update(dict.fromkeys(addresses))
    return list(found)


def _listed(path: Path) -> Iterator[str]:
    try:
        if path.stat().st_size > _LARGEST:
            raise RiwayaError("usage", why=f"{path}: too large for a list of feeds")
        data = path.read_bytes()
    except OSError as error:
        why = f"{path}: {error.strerror or error}; give addresses, a list of them, or OPML"
        raise RiwayaError("usage", why=why) from error
    return _opml(path, data) if data.lstrip()[:1] == b"<" else _lines(path, data)


def _opml(path: Path, data: bytes) -> Iterator[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise RiwayaError("usage", why=f"{path}: no OPML ({error})") from error
    for outline in root.iter("outline"):
        address = (outline.get("xmlUrl") or "").strip()
        if is_web(address):
            yield address


def _lines(path: Path, data: bytes) -> Iterator[str]:
    """An address a line; blank lines and those that begin with # are left out."""
    for number, line in enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1):
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        if not is_web(address):
            raise RiwayaError(
                "usage", why=f"{path}, line {number}: no http(s) address: {address[:80]}"
            )
        yield address
