"""What belongs to a release besides its text."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from core.files import open_documents
from core.moments import validate_year


class ReleaseAttachment(Orderable):
    """A document that goes with a release; not served before the release is public."""

    release = ParentalKey("press.PressRelease", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        get_document_model_string(), verbose_name=_("document"), on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(
        _("title"), max_length=120, blank=True, help_text=_("What it is. The title of the document if left empty.")
    )

    panels = [FieldRowPanel(["document", "title"])]

    class Meta(Orderable.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    @property
    def label(self):
        """What it is."""
        return self.title or self.document.title


def open_attachments(release):
    """List the attachments of a release whose documents readers may fetch."""
    attachments = release.attachments.select_related("document").all()
    shown = {document.pk for document in open_documents(one.document for one in attachments)}
    return [one for one in attachments if one.document_id in shown]


class Correction(Orderable):
    """A dated public note that says what was wrong in a published release."""

    release = ParentalKey("press.PressRelease", on_delete=models.CASCADE, related_name="corrections")
    date = models.DateField(_("date"), default=timezone.localdate, validators=[validate_year])
    text = RichTextField(
        _("correction"),
        features=["bold", "italic", "link"],
        help_text=_("What was wrong and what is right, so that a newsroom can mend its own text."),
    )

    panels = ["date", "text"]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
