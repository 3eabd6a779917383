"""One outlet has one id, whether it publishes a page (reading) or is named in one (names)."""

from __future__ import annotations

from riwaya.names import registry
from riwaya.reading.lexicon import publishers

# Forms that rightly mean another body in a text than in a byline.
DIFFERENT = {"sky-news-arabia", "adnkronos", "asharq-al-awsat", "akhbar-el-yom"}


def test_ids_of_outlets_and_agencies_agree() -> None:
    known = registry()
    apart = {}
    for form, publisher in publishers().by_form.items():
        named = {entity.id for entity in known.find(form) if entity.kind in ("agency", "outlet")}
        if named and publisher.entity not in named | DIFFERENT:
            apart[form] = (publisher.entity, named)
    assert apart == {}
