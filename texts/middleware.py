"""What stands in an address."""

from django.http import Http404

_REPLACEMENT = "%EF%BF%BD"  # U+FFFD, which stands for a character that cannot be shown


class NoNull:
    """Keeps NUL characters in an address away from views: PostgreSQL fails at them, whoever asks for them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on.

        Raises:
            Http404: if there is one in the path. Nothing lies at such an address.
        """
        if "\0" in request.path_info:
            raise Http404
        if "%00" in (query := request.META.get("QUERY_STRING", "")):
            request.META["QUERY_STRING"] = query.replace("%00", _REPLACEMENT)
        return self.get_response(request)
