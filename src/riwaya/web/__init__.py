"""The desk: a record in a browser, server-rendered, and over REST.

``queries`` read the record and give typed shapes; ``views`` lay them out as pages, ``api`` gives them
as JSON.  Only :mod:`riwaya.cli.commands.serve` imports this room: it needs the extra ``[web]``.
"""
