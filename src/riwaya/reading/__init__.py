"""From bytes to pages: inputs, encodings, languages, HTML, plain text, records, blocks and their roles.

``items.expand`` finds what the user names, ``read.read_item`` makes a page of one item, and the page
steps ``blocks.find_blocks`` and ``provenance.find_provenance`` say what stands where, and whence.
"""
