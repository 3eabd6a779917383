"""PLACEHOLDER."""

import re

WORD = re.compile(r"\d+(?:[.,٫٬]\d+)*|[^\W\d_]+")
