"""Measures for users: riwaya's output against standoff gold, in the field's standard terms.

``score_pages`` takes the per-page layers, ``score_corpus`` what many pages tell together; both give
``{metric: value}``.  Gold marked ``optional`` counts neither when found nor when missed, and a
field's ``<field>_also`` lists other answers that are as good.
"""

from riwaya.scoring.corpus import score_corpus
from riwaya.scoring.pages import score_pages

__all__ = ["score_corpus", "score_pages"]
