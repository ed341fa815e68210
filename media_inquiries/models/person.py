"""Who stands at a desk."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from core.references import ReferencedManyField
from images.models import Photo


class ContactPerson(Orderable, ClusterableModel):
    """Somebody at the desk whom reporters may reach."""

    contact = ParentalKey("media_inquiries.MediaContact", on_delete=models.CASCADE, related_name="people")
    name = models.CharField(_("name"), max_length=100)
    role = models.CharField(_("role"), max_length=100, blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    photo = models.ForeignKey(
        Photo, verbose_name=_("photo"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    topics = ReferencedManyField("core.Topic", verbose_name=_("topics"), blank=True, related_name="+")
    places = ReferencedManyField("core.Place", verbose_name=_("states and cities"), blank=True, related_name="+")
    languages = models.CharField(_("languages"), max_length=100, blank=True, help_text=_("Such as “English, Spanish”."))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Inquiries about these topics and places are proposed to this account and notified by email."),
    )

    panels = [
        FieldRowPanel(["name", "role"]),
        FieldRowPanel(["email", "phone"]),
        "photo",
        FieldRowPanel(["topics", "places"]),
        FieldRowPanel(["languages", "user"]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name

    @property
    def subjects(self):
        """The topics and places that this person answers for."""
        return [*self.topics.all(), *self.places.all()]
