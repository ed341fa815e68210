"""Press releases and the list of them."""

import re
from urllib.parse import urlsplit

from django.db import models
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Site
from wagtail.search import index

from convenings.cards import card_beside
from core.api import StatementsField, TextField
from core.listing import Facet
from core.metadata import ShareImage
from core.models import BasePage, ListPage, SiteSettings, TextPage
from core.moments import moment_text
from core.panels import WhenLivePanel
from core.publication import Problem
from core.rich_text import expand
from core.time_zones import zone_choices
from images.blocks import photo_ids
from media_inquiries.models import DeskSettings, MediaContact
from page_cache import remember
from press import structured_data
from press.dateline import dateline, run_in
from press.embargo import Embargo, Timing
from press.embargo_form import embargo_panel
from press.forms import PressReleaseForm
from press.querysets import PressReleaseManager

from .parts import open_attachments
from .photo_copies import PressPhoto


class PressReleaseIndex(ListPage):
    """All press releases, by year, newest first."""

    parent_page_types = ["press.PressIndex"]
    subpage_types = ["press.PressRelease"]
    template = "pages/press_release_index.html"
    page_description = _("The list of press releases.")

    facets = (Facet("kind", _("Kind"), "kind"), *ListPage.facets)

    class Meta:
        verbose_name = _("list of releases")
        verbose_name_plural = _("lists of releases")


class PressRelease(Embargo, TextPage):
    """A release, a statement or an advisory for the press. The title is its headline."""

    class Kind(models.TextChoices):
        """What reporters call it."""

        RELEASE = "release", _("Press release")
        STATEMENT = "statement", _("Statement")
        ADVISORY = "advisory", _("Media advisory")

    Timing = Timing

    subhead = models.CharField(
        _("subhead"),
        max_length=200,
        blank=True,
        help_text=_("One line under the headline: the next most important fact."),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.RELEASE)
    timing = models.CharField(_("timing"), max_length=10, choices=Timing, default=Timing.IMMEDIATE)
    embargo_until = models.DateTimeField(
        _("embargo ends"),
        null=True,
        blank=True,
        help_text=_("The date and time in the zone beside it. The release publishes itself at that moment."),
    )
    embargo_zone = models.CharField(_("time zone"), max_length=50, choices=zone_choices, default="America/New_York")
    dateline_city = models.CharField(
        _("dateline city"), max_length=60, blank=True, help_text=_("Where the news happens, such as Denver.")
    )
    dateline_state = models.ForeignKey(
        "core.Place",
        verbose_name=_("dateline state"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"state": None},
    )
    contact = models.ForeignKey(
        "media_inquiries.MediaContact",
        verbose_name=_("contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The desk that answers questions about it. The default desk if left empty."),
    )
    convening = models.ForeignKey(
        "convenings.Convening",
        verbose_name=_("convening"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("If the release announces one. Its dates stand beside the text and keep themselves up to date."),
    )
    boilerplate = RichTextField(
        _("about the organization"),
        features=["bold", "italic", "link"],
        blank=True,
        help_text=_("Only if this release needs another paragraph than the one in the site settings."),
    )
    notes_to_editors = RichTextField(
        _("notes to editors"),
        features=["bold", "italic", "link", "ol", "ul"],
        blank=True,
        help_text=_("Background for newsrooms: sources, interview times, spellings."),
    )

    objects = PressReleaseManager()
    base_form_class = PressReleaseForm

    content_panels = [
        TitleFieldPanel("title", heading=_("Headline"), placeholder=False),
        "subhead",
        "kind",
        embargo_panel(),
        MultiFieldPanel(
            [FieldRowPanel(["dateline_city", "dateline_state"])],
            heading=_("Dateline"),
            help_text=_(
                "Printed before the first words, as news agencies write it: the state is shortened, and a city that "
                "everybody knows stands without it. Do not type it into the text."
            ),
        ),
        TextPage.date_panel,
        *BasePage.opening_panels,
        FieldPanel(
            "body",
            help_text=_(
                "Begin with who did what and why it matters. Give each quote a “Statement” block, so that reporters "
                "can copy it with its speaker. The paragraph about us, the contact and ### follow by themselves."
            ),
        ),
        MultiFieldPanel(
            [
                WhenLivePanel("minor_edit"),
                InlinePanel("corrections", label=_("Correction")),
            ],
            heading=_("Corrections"),
            help_text=_("Once the release is published, a correction tells readers what was wrong. It stands on top."),
        ),
        "convening",
        MultiFieldPanel(["topics", "places"], heading=_("What it is about")),
        "contact",
        InlinePanel(
            "attachments",
            label=_("Attachment"),
            heading=_("Attachments"),
            help_text=_("Documents for newsrooms: the text of a bill, a table, a letter."),
        ),
        "notes_to_editors",
        "boilerplate",
    ]
    schedule_fields = [*TextPage.schedule_fields, "embargo_until"]
    exclude_fields_in_copy = [*TextPage.exclude_fields_in_copy, "timing", "embargo_until", "corrections"]

    # Without Wagtail's own schedule, which is the first: the embargo is the only one (see `press.embargo`).
    settings_panels = TextPage.settings_panels[1:]

    parent_page_types = ["press.PressReleaseIndex"]
    subpage_types = []
    template = "pages/press_release.html"
    page_description = _("A press release, a statement or a media advisory.")
    open_graph_type = "article"
    draws_share_card = True

    api_fields = [
        *TextPage.api_fields,
        "kind",
        "subhead",
        APIField("dateline", serializer=TextField()),
        APIField("statements", serializer=StatementsField()),
    ]
    search_fields = [
        *TextPage.search_fields,
        index.SearchField("subhead"),
        index.SearchField("notes_to_editors"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")

    def publication_problems(self):
        """A release says whom to call."""
        yield from super().publication_problems()
        if self.contact_id and not MediaContact.objects.published().filter(pk=self.contact_id).exists():
            yield Problem("contact", _("The public cannot see this desk. Publish it first, or choose another."))
        elif not self.contact_id and DeskSettings.find_desk(self._site) is None:
            yield Problem(
                "contact", _("Choose the desk that answers questions about it: the site has no default desk.")
            )

    @property
    def _site(self):
        """The site it belongs to; the default site while it is not in the tree."""
        own = self.get_site() if self.path else None
        return own or Site.objects.filter(is_default_site=True).select_related("root_page").first()

    @property
    def summary(self):
        """Its teaser, else its subhead."""
        return self.teaser or self.subhead

    @property
    def kicker(self):
        """Its kind."""
        return self.get_kind_display()

    @property
    def dateline(self):
        """Where and when it was given out; see `press.dateline`."""
        return dateline(self.dateline_city, self.dateline_state, self.published_on)

    @property
    def release_line(self):
        """The line that opens a release: from when it may be used."""
        if self.is_under_embargo:
            return _("UNDER EMBARGO until %(moment)s") % {"moment": self.embargo_in_words}
        return _("FOR IMMEDIATE RELEASE")

    @property
    def timing_in_words(self):
        """Its timing for the list of releases in the admin."""
        if not self.embargo_in_words:
            return self.get_timing_display()
        return _("Embargo until %(moment)s") % {"moment": moment_text(self.embargo_until, self.embargo_zone)}

    def desk(self, request):
        """The desk that answers questions about it, or None; remembered, so nobody may alter it."""
        own = (
            self.contact_id
            and remember(
                ("desk of release", self.contact_id),
                lambda: (MediaContact.objects.for_contact().filter(pk=self.contact_id).first(),),
            )[0]
        )
        return own or DeskSettings.contact_of(Site.find_for_request(request))

    @property
    def photo_ids(self):
        """The ids of its photos, each once: the lead photo, then those of the text from top to bottom."""
        block = self.body.stream_block
        in_text = (pk for one in self.body.raw_data for pk in sorted(photo_ids(block, [one])))
        return list(dict.fromkeys(filter(None, [self.lead_photo_id, *in_text])))

    @cached_property
    def cards(self):
        """The quote cards of its statements, by anchor; none before it is published."""
        has_statements = any(one["type"] == "statement" for one in self.body.raw_data)
        return {card.anchor: card for card in self.quote_cards.all()} if self.live and has_statements else {}

    def get_context(self, request, *args, **kwargs):
        """Add what the page prints around the text: editors never type it."""
        context = super().get_context(request, *args, **kwargs)
        root_url = "{0.scheme}://{0.netloc}".format(urlsplit(context["meta"].url))
        settings = SiteSettings.for_request(request)
        return {
            **context,
            "body": run_in(self.dateline, _with_whole_addresses(context["body"], root_url)),
            "release_line": self.release_line,
            "desk": self.desk(request),
            "convening": card_beside(self, request),
            "about_title": _("About %(organization)s") % {"organization": settings.organization_name},
            "boilerplate": _prose(self.boilerplate or settings.boilerplate, root_url),
            "notes": _prose(self.notes_to_editors, root_url),
            "attachments": [(one, root_url + one.document.url) for one in open_attachments(self)],
            "corrections": [(one, _prose(one.text, root_url)) for one in self.corrections_made],
            "press_photos": PressPhoto.objects.of_photos(self.photo_ids) if self.live else [],
        }

    @cached_property
    def corrections_made(self):
        """Its corrections, fetched once."""
        return list(self.corrections.all())

    def feed_fields(self, body):
        """Its text begins with the dateline."""
        return {"content": run_in(self.dateline, body)}

    def get_metadata(self, request):
        """Say what article this is, where it was given out and whom it quotes."""
        metadata = super().get_metadata(request)
        metadata.describe_article(self)
        if not (self.share_image_id or self.lead_photo_id) and self.cards:
            card = next(self.cards[anchor] for anchor, _value in self.statements if anchor in self.cards)
            metadata.image = ShareImage.of_card(card, request)
        metadata.json_ld.append(structured_data.news_article(self, metadata, SiteSettings.for_request(request)))
        return metadata


def _with_whole_addresses(html, root_url):
    """HTML whose links have scheme and host, so that they mean the same on paper and in somebody's email."""
    return mark_safe(re.sub(r'(<a\b[^>]*\bhref=")/(?!/)', rf"\g<1>{root_url}/", html))  # noqa: S308  (safe HTML)


def _prose(source, root_url):
    """Rich text for readers."""
    return _with_whole_addresses(expand(source), root_url)
