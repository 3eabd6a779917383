"""The corpus joins over a record that grows: only what new pages touch is joined again.

Each step reads from the file what the step before it changed, and leaves the file as it would be
had all pages been joined at once (:mod:`riwaya.corpus.join` is that, in memory).
"""
