"""Reading what a form sends, however much it is."""

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.http import QueryDict


class TooLong(Exception):
    """A form sends more than we take; `typed` is as much of it as we read."""

    def __init__(self, typed):
        super().__init__("The form is too long.")
        self.typed = typed


def read_post(request):
    """The fields that a form sends, as a `QueryDict`.

    Raises:
        TooLong: beyond DATA_UPLOAD_MAX_MEMORY_SIZE, which for this form also counts what is sent as files.
    """
    if _length(request) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return request.POST
    if request.content_type != "application/x-www-form-urlencoded":
        raise TooLong(QueryDict())
    beginning = request.read(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    try:
        raise TooLong(QueryDict(beginning))
    except TooManyFieldsSent:
        raise TooLong(QueryDict()) from None


def _length(request):
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
