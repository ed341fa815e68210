"""What many pages have in common, remembered in this process until anything changes that pages show.

After a change every page is rendered anew once; the menu, the footer or the card of a post need to be made for
the first of these pages only.
"""

import threading
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction

from page_cache import token

MOST_VALUES = 1_000  # then the memory is emptied: a limit, not a size to be reached

_known = ("", {})  # a token, and the values made under it by their keys
_thread = threading.local()


def remember(key, make):
    """Return what `make()` returned last for this key, or now if the site has changed since.

    Within a transaction, with DEBUG, and while the cache does not answer, it is always made now.

    Args:
        key: any hashable value that says what it is and for what.
        make: a function without arguments. Others get the very value that it returns, so nobody may alter it;
            None is not remembered.
    """
    values = _values()
    if values is None:
        return make()
    value = values.get(key)
    if value is None:
        value = make()
        if value is not None:
            values[key] = value
    return value


def remember_each(kind, keys, fetch):
    """Return a dict of key and value for many keys, as `remember` does for one.

    Args:
        kind: what they are.
        keys: hashable values.
        fetch: a function that gets the list of keys not remembered and returns a dict, in which some may lack.
    """
    values = _values()
    if values is None:
        return fetch(list(keys))
    found = {key: values.get((kind, key)) for key in keys}
    missing = [key for key, value in found.items() if value is None]
    if missing:
        fetched = fetch(missing)
        values.update({(kind, key): value for key, value in fetched.items()})
        found.update(fetched)
    return {key: value for key, value in found.items() if value is not None}


@contextmanager
def one_look():
    """While it lasts, this thread looks at the token once: for requests that do not change the site."""
    _thread.is_looking_once, _thread.token = True, None
    try:
        yield
    finally:
        _thread.is_looking_once = False


def _values():
    """The values made under the current token; None where nothing may be remembered."""
    global _known
    # A developer changes templates; what a transaction sees may never be committed.
    now = None if settings.DEBUG or transaction.get_connection().in_atomic_block else _token()
    if now is None:
        return None
    then, values = _known
    if then != now or len(values) > MOST_VALUES:
        values = {}
        _known = (now, values)
    return values


def _token():
    if not getattr(_thread, "is_looking_once", False):
        return token.current()
    if _thread.token is None:
        _thread.token = token.current()
    return _thread.token
