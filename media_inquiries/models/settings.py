"""What the staff decides about its press desk."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import register_setting

from core.models import RememberedSettings
from page_cache import remember

from .contact import MediaContact


@register_setting(icon="mail")
class DeskSettings(RememberedSettings):
    """The default desk and how long inquiries are kept."""

    default_desk = models.ForeignKey(
        "media_inquiries.MediaContact",
        verbose_name=_("default desk"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Shown on the press page, on releases, at the foot of every page and on error pages."),
    )
    months_kept = models.PositiveSmallIntegerField(
        _("months until erasure"),
        default=24,
        validators=[MinValueValidator(1)],
        help_text=_("So long after an inquiry is closed, what it says about a person is erased."),
    )
    quarantine_days = models.PositiveSmallIntegerField(
        _("days in quarantine"),
        default=90,
        validators=[MinValueValidator(7)],
        help_text=_("So long a suspect inquiry waits for somebody to look at it before it is erased."),
    )

    select_related = ["default_desk"]
    panels = ["default_desk", "months_kept", "quarantine_days"]

    class Meta:
        verbose_name = _("press desk")

    def clean(self):
        """The default desk is one that everybody can see."""
        super().clean()
        if self.default_desk_id and not MediaContact.objects.published().filter(pk=self.default_desk_id).exists():
            raise ValidationError(
                {"default_desk": _("Everybody must be able to see this desk: publish it first, and leave it public.")}
            )

    @classmethod
    def desk_of(cls, site):
        """The default desk of a site with its week, or None; remembered, so nobody may alter it.

        Where none is chosen it is the site's only desk, if there is exactly one.
        """
        return remember(("default desk", site and site.pk), lambda: (cls.find_desk(site),))[0]

    @classmethod
    def find_desk(cls, site):
        """As `desk_of`, looked up now by one query."""
        if site is None:
            return None
        chosen = cls.objects.filter(site=site).exclude(default_desk=None).values("default_desk")
        desks = MediaContact.objects.published()
        of_site = ~Exists(chosen) & desks.descendant_of_q(site.root_page)
        found = desks.filter(models.Q(pk__in=chosen) | of_site).at_a_glance()
        return found[0] if len(found) == 1 else None

    @classmethod
    def contact_of(cls, site):
        """As `desk_of`, with people and closed days: what pages for reporters show of it. Two more queries, once."""
        desk = cls.desk_of(site)
        if desk:
            prefetch_related_objects([desk], "closed_days", "people")
        return desk
