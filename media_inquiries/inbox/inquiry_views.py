"""One inquiry in the admin: everything about it, the notes of the team, and the buttons that handle it."""

from zoneinfo import ZoneInfo

from django import forms
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import registry as log_registry
from wagtail_modeladmin.views import EditView, InspectView

from core.moments import moment_text
from media_inquiries import handling, reminders
from media_inquiries.models import InquiryNote, MediaInquiry
from media_inquiries.permissions import press_officers

from .breadcrumbs import below_inbox
from .deadlines import time_left
from .replies import reply_address


class NoteForm(forms.ModelForm):
    """A note of the team to itself."""

    class Meta:
        model = InquiryNote
        fields = ["text"]
        labels = {"text": gettext_lazy("New note")}
        help_texts = {"text": gettext_lazy("Only the press team sees notes.")}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


class InquiryView(InspectView):
    """Everything about one inquiry; posting to it adds a note."""

    page_title = gettext_lazy("Inquiry")

    def post(self, request, *args, **kwargs):
        """Add a note; what was typed stays in the form if it cannot be kept."""
        form = NoteForm(request.POST, instance=InquiryNote(inquiry=self.instance, author=request.user))
        if self.instance.erased_at:
            form.add_error(None, _("This inquiry is erased, so there is nothing left to note."))
        if form.is_valid():
            form.save()
            messages.success(request, _("Your note is saved."))
            return redirect("inquiries_modeladmin_inspect", self.instance.pk)
        messages.error(request, _("The note is not saved yet."))
        return self.render_to_response(self.get_context_data(note_form=form))

    def get_meta_title(self):
        """The reference and who asks."""
        return f"{self.instance.reference} · {self.instance.outlet or self.instance.name}"

    def get_page_subtitle(self):
        """The reference."""
        return self.instance.reference

    def get_context_data(self, **kwargs):
        """With the buttons that fit the state, and what belongs to the inquiry."""
        inquiry = self.instance
        logs = log_registry.get_logs_for_instance(inquiry).prefetch_related("user__wagtail_userprofile")
        return super().get_context_data(
            note_form=kwargs.pop("note_form", None) or NoteForm(),
            notes=inquiry.notes.select_related("author"),
            emails=inquiry.messages.all(),
            history=logs,
            officers=press_officers(),
            about_url=inquiry.about.full_url if inquiry.about else None,
            time_left=time_left(inquiry.deadline) if inquiry.deadline and inquiry.is_open else "",
            is_overdue=inquiry.deadline and inquiry.is_open and inquiry.deadline < timezone.now(),
            breadcrumbs_items=below_inbox((self.request.path, inquiry.reference)),
            reply_address=reply_address(inquiry) if inquiry.email else "",
            **kwargs,
        )

    def get_fields_dict(self):
        """What is known, as label and value; without what was left empty."""
        inquiry = self.instance
        facts = [
            (_("Deadline"), in_zone(inquiry.deadline, inquiry.deadline_zone) or _("None")),
            (_("Topic"), inquiry.topic),
            (_("Place"), inquiry.place),
            (_("Desk"), inquiry.desk),
            (_("Asked"), in_zone(inquiry.created_at)),
            (_("Answered"), in_zone(inquiry.answered_at)),
            (_("Closed"), in_zone(inquiry.closed_at)),
            (_("Personal data erased"), in_zone(inquiry.erased_at)),
        ]
        return [{"label": label, "value": value} for label, value in facts if value]


class CorrectionView(EditView):
    """What the team may correct: outlet, topic, place and deadline. What the reporter wrote stays."""

    page_title = gettext_lazy("Correcting")

    def form_valid(self, form):
        """Save it; a new deadline is reminded of anew."""
        if "deadline" in form.changed_data:
            reminders.forget(self.instance)
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        """With the way back."""
        here = (self.request.path, self.get_page_title())
        inquiry = (self.get_success_url(), self.instance.reference)
        return super().get_context_data(breadcrumbs_items=below_inbox(inquiry, here), **kwargs)

    def get_success_url(self):
        """Back to the inquiry."""
        return reverse("inquiries_modeladmin_inspect", args=[self.instance.pk])

    def get_success_message_buttons(self, instance):
        """None."""
        return []


def in_zone(moment, zone=""):
    """A moment in the zone of whoever reads, and in another one if it shows another time there; "" for None."""
    if moment is None:
        return ""
    here = timezone.localtime(moment)
    words = moment_text(moment)
    there = moment.astimezone(ZoneInfo(zone)) if zone else here
    if there.utcoffset() == here.utcoffset():
        return words
    return _("%(here)s (%(there)s)") % {"here": words, "there": moment_text(moment, zone, "D P")}


# What each button says when it is done, and when it was done before.
DONE = {
    "assign": (gettext_lazy("Assigned."), gettext_lazy("Assigned already.")),
    "answer": (gettext_lazy("Marked as answered."), gettext_lazy("Answered already.")),
    "close": (gettext_lazy("Closed."), gettext_lazy("Closed already.")),
    "reopen": (gettext_lazy("Reopened."), gettext_lazy("Open already.")),
    "release": (gettext_lazy("Released from quarantine."), gettext_lazy("Not in quarantine any more.")),
}


@require_POST
def handle(request, instance_pk, action):
    """Do what a button says, and go back to the inquiry.

    Args:
        request: for “assign” it may hold `to`, the id of a press officer; without, it is assigned to whoever clicks.
        instance_pk: the id of the inquiry.
        action: one of the keys of `DONE`.
    """
    pk = get_object_or_404(MediaInquiry.objects.only("pk"), pk=instance_pk).pk
    done, before = DONE[action]
    try:
        changed = assign(request, pk) if action == "assign" else getattr(handling, action)(pk, request.user)
    except handling.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done if changed else before)
    return redirect("inquiries_modeladmin_inspect", pk)


def assign(request, pk):
    """Assign an inquiry to the chosen press officer; see `handling.assign`."""
    chosen = request.POST.get("to", str(request.user.pk))
    officer = {str(user.pk): user for user in press_officers()}.get(chosen)
    if officer is None:
        raise handling.Refused(_("Please choose somebody of the press team."))
    return handling.assign(pk, officer, request.user)
