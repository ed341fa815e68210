"""The settings that editors keep for the whole site."""

from copy import copy
from functools import partial

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField

from core.blocks.links import LinkBlock
from core.fields import StreamField
from page_cache import remember


class RememberedSettings(BaseSiteSetting):
    """Settings of a site that are fetched once and then remembered until the site changes."""

    class Meta:
        abstract = True

    @classmethod
    def for_site(cls, site):
        """The settings of a site, those of a new one for None; a copy, because a request or a form writes on it."""
        if site is None:
            return cls()
        return copy(remember((cls._meta.label, site.pk), partial(super().for_site, site)))


@register_setting(icon="home")
class SiteSettings(RememberedSettings):
    """Name and footer of the site; one for each site."""

    organization_name = models.CharField(_("organization"), max_length=100, default="Local Progress")
    tagline = models.CharField(
        _("tagline"), max_length=160, blank=True, help_text=_("Who you are, in one short sentence.")
    )
    boilerplate = RichTextField(
        _("about the organization"),
        features=["bold", "italic", "link"],
        blank=True,
        help_text=_("The paragraph that ends every press release. Also used where the site describes itself."),
    )
    default_share_image = models.ForeignKey(
        "images.Photo",
        verbose_name=_("default share image"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Shown with links to pages that have no photo of their own."),
    )
    footer_links = StreamField(
        [("link", LinkBlock())],
        verbose_name=_("footer links"),
        blank=True,
        help_text=_("Such as the privacy page."),
    )
    social_links = StreamField(
        [("link", LinkBlock())],
        verbose_name=_("social media"),
        blank=True,
        help_text=_("Your accounts elsewhere, each by its name."),
    )

    select_related = ["default_share_image"]

    panels = [
        MultiFieldPanel(
            ["organization_name", "tagline", "boilerplate", "default_share_image"], heading=_("Who you are")
        ),
        MultiFieldPanel(["footer_links", "social_links"], heading=_("Footer")),
    ]

    class Meta:
        verbose_name = _("site settings")
