"""What makes an inquiry suspect. No third party is asked, and nothing is thrown away: see `intake`."""

import re
from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.crypto import get_random_string, salted_hmac
from django.utils.translation import gettext as _

NO_TIME = timedelta(0)
QUICKEST = timedelta(seconds=3)  # nobody fills in the form in less
# A cached page shares its stamp for a week and may be shown for another one while the database is away (page_cache);
# then a tab may stay open over a holiday.
LONGEST = timedelta(days=30)
MOST_LINKS = 4  # in a message; reporters send the article they write about

_LINK = re.compile(r"(?:https?://|www\.|\[url)", re.IGNORECASE)
_stamps = Signer(salt="media_inquiries.form")


def new_stamp(age=NO_TIME):
    """A signed text for the form that says when it was drawn: now, or as long ago as `age` says."""
    return _stamps.sign_object({"at": int((timezone.now() - age).timestamp()), "id": get_random_string(8)})


def age_of(stamp):
    """How long ago a stamp was made; None if it is not one of ours."""
    try:
        made_at = _stamps.unsign_object(stamp)["at"]
    except (BadSignature, ValueError, KeyError, TypeError):
        return None
    return timedelta(seconds=timezone.now().timestamp() - made_at)


def submission_id(stamp, texts):
    """What two posts of the same form with the same texts have in common, as 64 hexadecimal digits."""
    return salted_hmac("media_inquiries.submission", "\0".join([stamp, *texts]), algorithm="sha256").hexdigest()


def suspicion(values, trap, age):
    """Why an inquiry looks like spam, in words for the press team; empty if it does not.

    Args:
        values: the cleaned fields of the form.
        trap: what stands in the field that people do not see.
        age: how long the form had been open.
    """
    if trap:
        return _("A field that people do not see was filled in.")
    if age < QUICKEST:
        return _("It was filled in within %(seconds)d seconds.") % {"seconds": QUICKEST.seconds}
    if len(_LINK.findall(values["message"])) > MOST_LINKS:
        return _("The message has more than %(number)d links.") % {"number": MOST_LINKS}
    if any(_LINK.search(values[name]) for name in ("name", "outlet", "phone")):
        return _("There is a link in the name, the outlet or the phone number.")
    return ""
