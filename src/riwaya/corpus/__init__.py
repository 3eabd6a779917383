"""What many pages tell together: copies, stories, merged contacts, origins, disputes, claims.

:func:`riwaya.corpus.digest.digest` condenses a page, :func:`riwaya.corpus.join.join` joins digests.
"""
