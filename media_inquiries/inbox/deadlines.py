"""Deadlines in words."""

from django.utils import timezone
from django.utils.timesince import timesince, timeuntil
from django.utils.translation import gettext as _


def time_left(deadline, moment=None):
    """How long it is until a deadline, such as “in 3 hours”, or since, such as “2 days overdue”.

    Args:
        deadline: an aware datetime.
        moment: the time it is; now if left out.
    """
    moment = moment or timezone.now()
    if deadline >= moment:
        return _("in %(time)s") % {"time": timeuntil(deadline, moment, depth=1)}
    return _("%(time)s overdue") % {"time": timesince(deadline, moment, depth=1)}
