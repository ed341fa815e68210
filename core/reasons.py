"""Why something did not work, in words for editors."""

from django.utils.translation import gettext as _

from worker.failures import describe


def reason(error: Exception | str) -> str:
    """Return a sentence about an error, which says what to do where somebody can do something.

    Args:
        error: an exception, or what `worker.failures.describe` made of it.
    """
    name, _colon, message = (error if isinstance(error, str) else describe(error)).partition(": ")
    name = name.rpartition(".")[2]
    if name == "ValidationError":
        return message
    if name in ("ProtectedError", "RestrictedError"):
        return _("It is still used elsewhere.")
    if name == "PermissionDenied":
        return _("You may not do this.")
    if _is_gap(name, message.lower()):
        return _("Something that it names has been deleted. Open it, fill the gap and publish it again.")
    return _("The program failed (%(error)s). Please tell whoever looks after the server.") % {"error": name}


def _is_gap(name, message):
    """Whether a reference leads nowhere: two databases and `modelcluster` each say so in their own words."""
    if name == "IntegrityError":
        return "foreign key" in message or "null" in message
    return name == "DoesNotExist" or "can't currently handle on_delete" in message
