"""What stands in an address."""

from django.http import Http404, QueryDict

from .clean import clean_text


class CleanAddress:
    """Cleans the query string for all views: PostgreSQL takes no text with a NUL character, whoever asks for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on.

        Raises:
            Http404: if there is a NUL character in the path. Nothing lies at such an address.
        """
        if "\0" in request.path_info:
            raise Http404
        if request.META.get("QUERY_STRING"):
            request.GET = _clean_query(request.GET)
        return self.get_response(request)


def _clean_query(query):
    pairs = [(name, values) for name, values in query.lists()]
    clean = [(clean_text(name), [clean_text(value) for value in values]) for name, values in pairs]
    if clean == pairs:
        return query
    copy = QueryDict(mutable=True, encoding=query.encoding)
    for name, values in clean:
        copy.setlist(name, values)
    copy._mutable = False
    return copy
