"""A brief of one story: a few sentences, each with whom it is according to and where it stands."""

from riwaya.brief.compose import Brief, brief
from riwaya.brief.sentence import Sentence

__all__ = ["Brief", "Sentence", "brief"]
