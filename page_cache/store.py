"""Where entries are kept: the newest in this process, all of them in the cache that processes share."""

import logging
from collections import OrderedDict
from threading import Lock

from django.core.cache import caches

from page_cache.addresses import cache_key
from page_cache.token import CACHE

KEPT_SECONDS = 7 * 24 * 3600  # long after it has ceased to be right: the copy for an outage

logger = logging.getLogger(__name__)


class Memory:
    """The entries last used in this process, at most `entries` of them and at most `size` bytes."""

    def __init__(self, entries, size):
        self.most_entries = entries
        self.most_bytes = size
        self._entries = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, address):
        """Return the entry of an address, or None."""
        with self._lock:
            entry = self._entries.get(address)
            if entry is not None:
                self._entries.move_to_end(address)
            return entry

    def put(self, address, entry):
        """Keep an entry in place of the old one, and let those go that were not used for longest."""
        with self._lock:
            self._drop(address)
            self._entries[address] = entry
            self._bytes += entry.size
            while len(self._entries) > self.most_entries or self._bytes > self.most_bytes:
                self._drop(next(iter(self._entries)))

    def clear(self):
        """Forget everything."""
        with self._lock:
            self._entries.clear()
            self._bytes = 0

    def _drop(self, address):
        entry = self._entries.pop(address, None)
        if entry is not None:
            self._bytes -= entry.size


memory = Memory(entries=256, size=32 * 1024 * 1024)


def find(address, token):
    """Return the last entry of an address, right or not; None when there is none.

    An entry that this process holds is only asked for again once it has ceased to be right.
    """
    held = memory.get(address)
    if held is not None and held.is_right(token):
        return held
    try:
        shared = caches[CACHE].get(cache_key(address))
    except Exception:  # backends raise errors of their own, and the page can still be rendered
        logger.exception("The page cache could not be read")
        return held
    if shared is None:
        return held
    if shared.is_right(token):
        memory.put(address, shared)
    return shared


def keep(address, entry):
    """Keep an entry for this process and, unless it only says that nothing is there, for all.

    Addresses where nothing is are without number: in the shared cache they would push the pages out.
    """
    if entry.status != 404:
        try:
            caches[CACHE].set(cache_key(address), entry, timeout=KEPT_SECONDS)
        except Exception:  # as above
            logger.exception("The page cache could not be written")
    memory.put(address, entry)
