"""Pages by their web address, fetched politely and safely.

``fetcher.Fetcher(shapes.Settings(…)).fetch(url, known)`` is the door: robots.txt, timeouts and a
deadline, a size limit, retries with back-off, conditional requests, and never an address of the
local network unless that is allowed.
"""
