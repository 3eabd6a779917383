"""Polling feeds and adding what is new to a record, until told to stop.

``watcher.Watcher`` is the loop; what it knows is kept in the record file (``state``), so that a restart
goes on.  New disputes and matches of saved searches become events (``events``), told as an Atom feed
(``atom``) and to a webhook (``webhook``).
"""
