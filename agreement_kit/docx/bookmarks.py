"""Anchors as hidden Word bookmarks: the target of live references, and what a returned file is aligned by."""

import hashlib
import re
from functools import lru_cache

PREFIX = "_ak_"
LONGEST = 40
HEADER_MARK = f"{PREFIX}header"
"""How the bookmarks begin that stand around the draft's own lines in an organisation's headers."""


@lru_cache(maxsize=65536)
def bookmark_name(anchor: str) -> str:
    """A name that Word accepts: hidden by its first sign, readable, unique by a hash, at most 40 characters."""
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
    room = LONGEST - len(PREFIX) - len(digest) - 1
    return f"{PREFIX}{re.sub('[^A-Za-z0-9]+', '_', anchor)[:room]}_{digest}"
