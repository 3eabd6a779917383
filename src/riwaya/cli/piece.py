"""A piece of text given on the command line, analysed as a page without any metadata."""

from __future__ import annotations

import sys

from riwaya.engine.pipeline import analyse
from riwaya.model import Analysed
from riwaya.reading.page import page_from_text


def piece(text: str) -> str:
    """``text``, or what stands on standard input for ``-``."""
    return sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text


def analyse_piece(text: str) -> Analysed:
    """``text``, or standard input for ``-``, with every layer."""
    return analyse(page_from_text("-", piece(text)))
