"""The language: a folded view with an offset map, words and clitics, sentences.

Nothing here changes a text; every result points back into it in code points.
"""

from riwaya.arabic.clitics import Split, proclitic_splits, strip_enclitic
from riwaya.arabic.folding import Folded, fold, fold_key
from riwaya.arabic.sentences import all_sentences, sentences
from riwaya.arabic.words import Token, tokens

__all__ = [
    "Folded",
    "Split",
    "Token",
    "all_sentences",
    "fold",
    "fold_key",
    "proclitic_splits",
    "sentences",
    "strip_enclitic",
    "tokens",
]
