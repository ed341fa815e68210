"""The periodic jobs of the press desk."""

from datetime import timedelta

from worker.jobs import periodic

from . import mail, reminders, retention, signal_handlers
from .inquiry_form import limits


@periodic(name="send_inquiry_mail", every=timedelta(minutes=1))
def send_inquiry_mail():
    """Send the messages that a mail server has not taken yet and that are due again."""
    mail.deliver_due()


@periodic(name="remind_of_deadlines", every=timedelta(minutes=5))
def remind_of_deadlines():
    """Write to whoever has to answer, before a deadline and after it."""
    reminders.remind()


@periodic(name="erase_personal_data", every=timedelta(hours=6))
def erase_personal_data():
    """Erase what inquiries say about people once the periods of the desk's settings are over."""
    retention.erase_due()


@periodic(name="forget_inquiry_counts", every=timedelta(minutes=10))
def forget_inquiry_counts():
    """Delete what the limits of the inquiry form no longer need."""
    limits.forget()


@periodic(name="keep_desk_copy", every=timedelta(hours=1))
def keep_desk_copy():
    """Write the copy of the default desk where it is missing: on a new machine, or from a restored database."""
    signal_handlers.keep_copy()
