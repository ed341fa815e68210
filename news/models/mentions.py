"""What others have published about us: outlets, and their coverage."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, models, transaction
from django.template.loader import get_template
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.api import APIField
from wagtail.search import index

from core.api import TermField
from core.listing import Facet
from core.models import BasePage, ListPage
from core.models.lists import PLACE, TOPIC, YEAR
from core.models.taxonomy import Term
from core.moments import DAY, at_noon, validate_year
from core.publication import Problem
from images.models import Photo
from news.article.address import key_of
from news.citation import web_page
from news.forms import NewsMentionForm
from news.querysets import NewsMentionManager


def _address_field(*args, **kwargs):
    """The address of something elsewhere on the web: nothing but http and https."""
    return models.URLField(*args, max_length=2000, blank=True, validators=[URLValidator(["http", "https"])], **kwargs)


class Outlet(Term):
    """A newspaper, magazine, station or site that reports."""

    home_page = models.URLField(
        _("home page"), blank=True, help_text=_("Where it is on the web. New coverage is matched with it by this.")
    )
    logo = models.ForeignKey(
        Photo, verbose_name=_("logo"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    panels = ["name", "slug", "home_page", "logo"]

    class Meta(Term.Meta):
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")


class NewsMentionIndex(ListPage):
    """“In the news”: what others have published about us, newest first."""

    parent_page_types = ["press.PressIndex"]
    subpage_types = ["news.NewsMention"]
    template = "pages/news_mention_index.html"
    page_description = _("A list of what others have published about us, newest first.")

    facets = (YEAR, Facet("outlet", _("Outlet"), "outlet"), TOPIC, PLACE)
    per_page = 20

    class Meta:
        verbose_name = _("list of coverage")
        verbose_name_plural = _("lists of coverage")


class SecondMention(ValidationError):
    """Raised when a mention is saved whose article another mention has already; `first` is that one."""

    def __init__(self, first):
        self.first = first
        super().__init__({"article_url": _("“%(title)s” is about this article already.") % {"title": first.title}})


class NewsMention(BasePage):
    """One article about us in an outlet. Its title is the headline as published, its teaser our note."""

    class Kind(models.TextChoices):
        """What the outlet calls it, as a reader would say."""

        NEWS = "news", _("News")
        FEATURE = "feature", _("Feature")
        OP_ED = "op_ed", _("Op-ed by us")
        INTERVIEW = "interview", _("Interview")
        BROADCAST = "broadcast", _("Broadcast")

    article_url = _address_field(_("article address"), help_text=_("Paste it here. Each article can be listed once."))
    # One for each article, whatever its address is dressed in. Aliases and drafts without address have none.
    article_key = models.CharField(max_length=64, unique=True, null=True, editable=False)  # noqa: DJ001 (unique)
    outlet = models.ForeignKey(
        Outlet, verbose_name=_("outlet"), null=True, blank=True, on_delete=models.PROTECT, related_name="mentions"
    )
    byline = models.CharField(
        _("byline"), max_length=200, blank=True, help_text=_("Who wrote it, as the outlet names them.")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEWS)
    published_on = models.DateField(
        _("date"),
        null=True,
        blank=True,
        validators=[validate_year],
        help_text=_("The day on which the outlet published it."),
    )
    paywall = models.BooleanField(
        _("may need a subscription"), default=False, help_text=_("Readers are told before they follow the link.")
    )
    archive_url = _address_field(
        _("archived copy"), help_text=_("A copy in a public archive, for the day when the article is gone.")
    )
    photo_permission = models.CharField(
        _("permission for the photo"),
        max_length=200,
        blank=True,
        help_text=_("Who allowed us to show it, and when. Only editors see this."),
    )

    objects = NewsMentionManager()

    base_form_class = NewsMentionForm
    exclude_fields_in_copy = [
        *BasePage.exclude_fields_in_copy,
        *("article_url", "article_key", "archive_url", "published_on"),
    ]

    content_panels = [
        FieldPanel("article_url"),
        TitleFieldPanel("title", heading=_("Headline"), help_text=_("As the outlet published it."), placeholder=False),
        FieldRowPanel(["outlet", "published_on"]),
        FieldRowPanel(["kind", "byline"]),
        FieldPanel("teaser", heading=_("Our note"), help_text=_("Why it is worth reading, in a sentence or two.")),
        MultiFieldPanel(["lead_photo", "photo_permission"], heading=_("Photo")),
        *BasePage.about_panels,
        MultiFieldPanel(["paywall", "archive_url"], heading=_("For readers")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("byline"),
        index.FilterField("published_on"),
        index.FilterField("outlet"),
        index.FilterField("kind"),
        index.RelatedFields("outlet", [index.SearchField("name")]),
    ]

    api_fields = [
        *BasePage.api_fields,
        "article_url",
        APIField("outlet", serializer=TermField()),
        "byline",
        "kind",
        "paywall",
        "archive_url",
    ]

    parent_page_types = ["news.NewsMentionIndex"]
    subpage_types = []
    template = "pages/news_mention.html"
    page_description = _("An article that others have published about us.")
    open_graph_type = "article"
    robots = "noindex, follow"  # search engines go on to the outlet
    draws_share_card = True

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")

    def publication_problems(self):
        """A mention needs an outlet, an address and a date, and it is the only one of its article."""
        yield from super().publication_problems()
        if not self.outlet_id:
            yield Problem("outlet", _("Choose the outlet that published it."))
        if not self.published_on:
            yield Problem("published_on", _("Give the day on which it was published."))
        if not self.article_url.strip():
            yield Problem("article_url", _("Paste the address of the article."))
        elif first := self.first_mention():
            yield Problem("article_url", SecondMention(first).messages[0])

    def first_mention(self):
        """Another mention of the same article, or None; also one that is scheduled to become one."""
        if self.alias_of_id:
            return None
        return type(self).objects.exclude(pk=self.pk).of_article(key_of(self.article_url)).first()

    def keep_moments(self):
        """Stand in lists by the day of the outlet; a draft may lack it."""
        if not self.published_on:
            return super().keep_moments()
        self.published_at = at_noon(self.published_on)
        return {"published_at"}

    def date_problems(self):
        """None: a magazine may be dated later than it is out."""
        yield from ()

    @property
    def public_at(self):
        """Noon of the day of the outlet."""
        return at_noon(self.published_on) if self.published_on else super().public_at

    @property
    def published_iso(self):
        """The day of the outlet, of which nobody knows the hour."""
        return self.published_on.isoformat() if self.published_on else ""

    @property
    def published_text(self):
        """The day of the outlet, in words."""
        return date_format(self.published_on, DAY) if self.published_on else ""

    def save(self, *args, update_fields=None, **kwargs):
        """Keep the key of the article.

        Raises:
            SecondMention: if there is a mention of this article already. The database has the last word, so that
                of two editors who save at the same moment one is told.
        """
        if update_fields is not None and "article_url" not in update_fields:
            return super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields is not None:
            update_fields = {*update_fields, "article_key"}
        self.article_key = None if self.alias_of_id else key_of(self.article_url)
        if first := self.first_mention():
            raise SecondMention(first)
        try:
            with transaction.atomic():
                return super().save(*args, update_fields=update_fields, **kwargs)
        except (IntegrityError, ValidationError):
            if first := self.first_mention():
                raise SecondMention(first) from None
            raise

    @property
    def kicker(self):
        """The outlet and what kind of article it is."""
        return " · ".join(filter(None, [self.outlet.name if self.outlet_id else "", str(self.get_kind_display())]))

    def feed_fields(self, body):
        """The citation as content, and the article. Entries have no author of their own: the note is the feed's."""
        citation = get_template("components/citation.html").render({"mention": self, "with_note": True})
        return {"content": citation, "external_url": self.article_url}

    @property
    def card_address(self):
        """The article."""
        return self.article_url or self.url

    def get_metadata(self, request):
        """Say which article of whom it is about."""
        metadata = super().get_metadata(request)
        metadata.section = self.get_kind_display()
        metadata.published = self.published_iso
        metadata.json_ld.append(web_page(self, metadata))
        return metadata
