"""Count in how many pages of a collection each story term stands, for ``data/corpus``.

    python -m training.corpus_frequencies PAGES.jsonl[.gz] OUT.npz

The table says which words are common in Arabic news at large; a small corpus cannot.  It holds
hashes and counts, no words.  Stems that fewer than ``FEWEST`` pages have, and pairs of stems that
fewer than ``FEWEST_PAIRS`` have, are left out: an unknown term is taken to be rare.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np

from riwaya.corpus.body import body_tokens, term_hash
from riwaya.corpus.terms import stem
from riwaya.model import Analysed
from riwaya.reading.page import page_from_record

FEWEST = 4
FEWEST_PAIRS = 12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    singles: Counter[int] = Counter()
    pairs: Counter[int] = Counter()
    pages = 0
    opener = gzip.open if args.pages.suffix == ".gz" else open
    with opener(args.pages, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            page = page_from_record(str(record["id"]), record)
            body = body_tokens(Analysed(id=page.id, text=page.text, language="ar"))
            stems = [stem(w.token.key) if w.token.is_word else w.token.key for w in body]
            singles.update({term_hash(word) for word in stems if word})
            pairs.update({term_hash(b, after=a) for a, b in pairwise(stems) if a and b})
            pages += 1
    kept = {term: n for term, n in singles.items() if n >= FEWEST}
    kept |= {term: n for term, n in pairs.items() if n >= FEWEST_PAIRS}
    terms = np.array(sorted(kept), "<u4")
    counts = np.array([min(kept[term], 0xFFFF) for term in terms.tolist()], "<u2")
    np.savez_compressed(args.out, terms=terms, counts=counts, pages=np.array(pages))
    print(len(terms), "terms of", pages, "pages")


if __name__ == "__main__":
    main()
