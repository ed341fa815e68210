"""The token: one random text for the whole site, renewed whenever anything changes that pages show.

Random and not a counter: a file cache counts unsafely, a cache may drop the token at any time, and a counter
that begins again would call old pages right.
"""

import logging
import secrets

from django.core.cache import caches
from django.db import transaction

CACHE = "page_cache"
KEY = "token"

logger = logging.getLogger(__name__)

_owed = False  # a change that could not be written, because the cache did not answer


def current():
    """Return the token as it is now, made anew when the cache has none.

    None when the cache does not answer, or has not yet been told of a change that this process made.
    """
    if _owed:
        _replace()
    try:
        return None if _owed else caches[CACHE].get(KEY) or _write()
    except Exception:  # backends raise errors of their own, and the page can still be rendered
        logger.exception("The page cache does not answer")
        return None


def changed():
    """Tell every process that pages have changed: after the commit, and once per transaction.

    Outside a transaction the change counts at once. Never raises for a cache that does not answer.
    """
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        _replace()
    elif not any(function is _replace for _savepoints, function, _robust in connection.run_on_commit):
        transaction.on_commit(_replace)


def _replace():
    global _owed
    try:
        _write()
        _owed = False
    except Exception:  # backends raise errors of their own, and saving a page must not fail
        _owed = True
        logger.exception("The page cache could not be told of a change; old pages may be served")


def _write():
    token = secrets.token_urlsafe(16)
    caches[CACHE].set(KEY, token, timeout=None)
    return token
