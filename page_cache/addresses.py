"""One normal form for every address, so that no page is stored twice and none under a foreign address."""

from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import QueryDict

LONGEST_VALUE = 200  # characters; what is longer is no filter of ours, and must not fill the cache
MOST_HOSTS = 100  # remembered; with a wildcard in ALLOWED_HOSTS there is no end to them


class Address(NamedTuple):
    """An address in normal form."""

    key: str  # the whole address in one line
    query: str  # its query string
    is_shortened: bool  # whether the visitor's own address had parameters that are left out here


class Addresses:
    """The normal forms of a site's addresses.

    Args:
        parameters: the query parameters that views read; all others are left out.
    """

    def __init__(self, parameters):
        self.parameters = frozenset(parameters)
        self._hosts = {}
        self._normal_query = lru_cache(maxsize=1_000)(self._normal_query)

    def of(self, request):
        """Return the `Address` asked for, or None when its answer must not be stored.

        Of the query the known parameters remain, each with its last value, sorted by name. None is the answer
        for values above `LONGEST_VALUE`, and for requests that Django refuses (a host outside ALLOWED_HOSTS,
        too many parameters): it does so in its own words.
        """
        try:
            host = self._host(request)
            query, is_shortened = self._normal_query(request.META.get("QUERY_STRING", ""))
        except SuspiciousOperation:
            return None
        if query is None:
            return None
        # Unambiguous in one line: of the four only the path, which stands last, may hold a space.
        return Address(f"{request.scheme} {host} {query} {request.path}", query, is_shortened)

    def _normal_query(self, query_string):
        """The normal form of a query string as the server gives it, None if it is too long; whether it is shortened."""
        given = QueryDict(query_string.encode("iso-8859-1")) if query_string else {}
        values = {name: value for name, value in given.items() if name in self.parameters}
        if any(len(value) > LONGEST_VALUE for value in values.values()):
            return None, True
        return urlencode(sorted(values.items())), len(values) < len(given)

    def _host(self, request):
        """The host asked for, in lower case; each is checked once, for Django takes its time over it."""
        named = None if settings.USE_X_FORWARDED_HOST else request.META.get("HTTP_HOST")
        host = self._hosts.get(named) if named else None
        if host is None:
            host = request.get_host().lower()
            if named and len(self._hosts) < MOST_HOSTS:
                self._hosts[named] = host
        return host


def cache_key(key):
    """Return the key of an address in the shared cache; the digit is the form of the stored entry."""
    return f"page:1:{blake2b(key.encode(errors='surrogatepass'), digest_size=20).hexdigest()}"
