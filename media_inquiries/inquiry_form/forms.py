"""The form that reporters fill in."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.encoding import punycode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.lengths import too_long
from core.models import Place, Topic
from core.time_zones import zone_choices
from media_inquiries.models import DeskSettings
from page_cache import expires_at, remember

from . import spam

LONGEST_MESSAGE = 10_000  # characters
FARTHEST_DEADLINE = timedelta(days=366)
PAGE_COPY_LIVES = timedelta(days=7)  # a page that shows the form; spam.LONGEST is made for it

# What must not get into a header of an email: line ends and other control characters, and words in its own code.
_NOT_ON_ONE_LINE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]|=\?")


def topics():
    """The topics to choose from: a dict of name and id, remembered."""
    return remember("topics of the inquiry form", lambda: dict(Topic.objects.values_list("name", "pk")))


def places():
    """The states and cities to choose from: a dict of name and id, remembered."""
    return remember("places of the inquiry form", lambda: dict(Place.objects.values_list("name", "pk")))


def _named(found, nothing):
    """Choices whose values are the names, so that an answer without database can still say what was chosen."""
    return lambda: [("", nothing), *((name, name) for name in found())]


def on_one_line(value):
    """Refuse what could pass for another line of an email's head.

    Raises:
        ValidationError: in plain words.
    """
    if _NOT_ON_ONE_LINE.search(value):
        raise ValidationError(_("Please write this on one line, in ordinary letters and signs."))


class OneLine(forms.CharField):
    """A line of text."""

    def to_python(self, value):
        """The line; one with control characters is refused as it was sent, and not cleaned like other texts."""
        if value not in self.empty_values:
            on_one_line(value)
        return super().to_python(value)


class InquiryForm(forms.Form):
    """What a reporter tells us. `cleaned_data["deadline"]` is an aware datetime, or None.

    Args:
        desk: the `MediaContact` that is asked; None where there is none, and then nothing is taken.
        about: the page that is asked about, or None.
        stamp: says when the form was drawn (`spam.new_stamp`).
        months_kept: how long what is written is kept after the inquiry is closed.
    """

    use_required_attribute = False  # the server says what is missing, in its own words and all at once

    name = OneLine(
        label=_("Your name"),
        max_length=100,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Tell us your name.")},
    )
    outlet = OneLine(
        label=_("Outlet, or “freelance”"),
        max_length=100,
        widget=forms.TextInput({"autocomplete": "organization"}),
        error_messages={"required": _("Tell us whom you work for.")},
    )
    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        help_text=_("We answer here."),
        widget=forms.EmailInput({"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Tell us your email address, so that we can answer."),
            "invalid": _("This email address is not complete. It should look like name@example.com."),
        },
    )
    phone = OneLine(
        label=_("Phone"),
        max_length=40,
        required=False,
        help_text=_("If we may call."),
        widget=forms.TelInput({"autocomplete": "tel"}),
    )
    deadline_date = forms.DateField(
        label=_("Date"),
        required=False,
        input_formats=["%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y"],
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the date as month/day/year, such as 11/24/2026.")},
    )
    deadline_time = forms.TimeField(
        label=_("Time"),
        required=False,
        input_formats=["%H:%M", "%H:%M:%S", "%I:%M %p", "%I %p"],
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Write the time as hours and minutes, such as 5:00 PM.")},
    )
    deadline_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=zone_choices,
        required=False,
        error_messages={"invalid_choice": _("Choose a time zone from the list.")},
    )
    no_deadline = forms.BooleanField(label=_("I have no deadline"), required=False)
    topic = forms.ChoiceField(
        label=_("Topic"),
        choices=_named(topics, _("Not sure, or none of these")),
        required=False,
        error_messages={"invalid_choice": _("This topic is no longer in the list. Choose another one.")},
    )
    place = forms.ChoiceField(
        label=_("State or city"),
        choices=_named(places, _("No particular one")),
        required=False,
        error_messages={"invalid_choice": _("This place is no longer in the list. Choose another one.")},
    )
    message = forms.CharField(
        label=_("Your question"),
        help_text=_("What the story is about, and whom or what you need for it."),
        widget=forms.Textarea({"rows": 8}),
        error_messages={"required": _("Tell us what you would like to know.")},
    )
    consent = forms.BooleanField(
        label=_("You may use this to answer me."),
        error_messages={"required": _("Tick this box: without your consent we may not answer you.")},
    )
    # Not for people; programs that fill in everything give themselves away. Its name says nothing to a browser.
    subject_line = forms.CharField(
        label=_("Please leave this empty"),
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
    )

    # What an inquiry has by the same name.
    KEPT = ("name", "outlet", "email", "phone", "deadline", "deadline_zone", "message")

    def __init__(self, data=None, *, months_kept, desk=None, about=None, stamp=None):
        super().__init__(data, initial={"deadline_zone": desk.time_zone} if desk else None)
        self.desk = desk
        self.about = about
        self.stamp = spam.new_stamp() if stamp is None else stamp
        self.fields["consent"].help_text = ngettext(
            "We use what you write here to answer you, and for nothing else. Our press team alone reads it. %(months)d "
            "month after your inquiry is closed we erase your name, email address, phone number and message.",
            "We use what you write here to answer you, and for nothing else. Our press team alone reads it. %(months)d "
            "months after your inquiry is closed we erase your name, email address, phone number and message.",
            months_kept,
        ) % {"months": months_kept}

    def clean_email(self):
        """The address with an ASCII domain, as mail servers write it."""
        local, _at, domain = self.cleaned_data["email"].rpartition("@")
        try:
            email = f"{local}@{punycode(domain)}"
        except UnicodeError:
            email = ""
        if '"' in local or "." not in domain or not 0 < len(email) <= 254:
            raise ValidationError(self.fields["email"].error_messages["invalid"])
        return email

    def clean_message(self):
        """The message, if it is one and not too long."""
        message = self.cleaned_data["message"].strip()
        if not message:
            raise ValidationError(self.fields["message"].error_messages["required"])
        if len(message) > LONGEST_MESSAGE:
            sentences = [too_long(len(message), LONGEST_MESSAGE), str(_("You can send us an email instead."))]
            raise ValidationError(" ".join(sentences))
        return message

    def clean(self):
        """Make one moment of date, time and zone, or say which of them is missing."""
        values = super().clean()
        values["deadline"] = None
        date, time, zone = (values.get(f"deadline_{part}") for part in ("date", "time", "zone"))
        if {"deadline_date", "deadline_time", "deadline_zone"} & self.errors.keys():
            pass
        elif values["no_deadline"] and (date or time):
            self.add_error("no_deadline", _("You gave a deadline too. Take one of the two away."))
        elif values["no_deadline"]:
            values["deadline_zone"] = ""
        elif date is None:
            self.add_error("deadline_date", _("Give your deadline, or tick “I have no deadline”."))
        elif time is None:
            self.add_error("deadline_time", _("Add the time of your deadline."))
        else:
            values["deadline_zone"] = zone or self._usual_zone()
            values["deadline"] = self._moment(date, time, values["deadline_zone"])
        return values

    def _moment(self, date, time, zone):
        if abs(date - timezone.now().date()) > FARTHEST_DEADLINE:  # this keeps the ends of the calendar away, too
            self.add_error("deadline_date", _("Please check the year of your deadline."))
            return None
        moment = datetime.combine(date, time, ZoneInfo(zone))
        if moment < timezone.now():
            self.add_error("deadline_date", _("This deadline has passed. Please check date, time and time zone."))
        return moment

    def _usual_zone(self):
        return self.desk.time_zone if self.desk else zone_choices()[0][0]

    def texts(self):
        """What was typed and chosen, to tell by whether it was sent before."""
        return [self.data.get(name, "") for name in self.fields]

    def inquiry_values(self):
        """The fields of a `MediaInquiry`, of a form that is filled in well."""
        values = {name: self.cleaned_data[name] for name in self.KEPT}
        return {
            **values,
            "desk": self.desk,
            "about": self.about,
            "topic_id": topics().get(self.cleaned_data["topic"]),
            "place_id": places().get(self.cleaned_data["place"]),
        }


def empty_form(request, desk, about=None):
    """The form as a page of a desk shows it. A cached copy of the page ends in time for the form's stamp."""
    expires_at(request, timezone.now() + PAGE_COPY_LIVES)
    return InquiryForm(desk=desk, about=about, months_kept=DeskSettings.for_request(request).months_kept)
