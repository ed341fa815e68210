"""The abstract page that every page type of the site is made from."""

from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from core.api import AddressField, ContentField, DayField, PhotoField, SummaryField, TermsField
from core.blocks.body import BodyBlock, statements
from core.copying import PageCopyForm
from core.fields import StreamField
from core.gaps import OpensWithGaps
from core.lengths import TeaserField
from core.locks import PagePermissions, ScheduleLockMixin
from core.metadata import Metadata
from core.panels import AskedPanel, WhenLivePanel
from core.photos import photos_for_texts
from core.publication import PublicationRules, fits, needs_alt_text, needs_credit
from core.querysets import BasePageManager
from core.references import ReferencedManyField, UnpublishedReferences
from core.rich_text import one_line
from core.signals import page_saved
from images.blocks import photo_ids, photos_at_hand
from images.models import Photo
from page_cache import remember
from page_cache.signals import OF_THE_DRAFT

from .dated import Dated, Updatable
from .share_cards import ShareCard


class BasePage(PublicationRules, OpensWithGaps, ScheduleLockMixin, Dated, Page):
    """A page with teaser, lead photo, moment of publication, topics and places.

    A page type adds its own fields and says in `publication_problems` what it needs to be published;
    a draft always saves.
    """

    teaser = TeaserField(
        _("teaser"),
        blank=True,
        help_text=_("What the reader learns, in one or two sentences. Shown in lists, feeds and search results."),
    )
    lead_photo = models.ForeignKey(
        Photo,
        verbose_name=_("lead photo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Opens the page and stands beside its headline in lists."),
    )
    topics = ReferencedManyField("core.Topic", verbose_name=_("topics"), blank=True)
    places = ReferencedManyField("core.Place", verbose_name=_("places"), blank=True)
    share_image = models.ForeignKey(
        Photo,
        verbose_name=_("share image"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Shown when somebody shares the page. The lead photo if left empty."),
    )

    unpublished = UnpublishedReferences(verbose_name=_("draft or scheduled version"))

    objects = BasePageManager()

    # Panels are put together from these parts, so that every page type has the same order.
    opening_panels = ["teaser", "lead_photo"]
    about_panels = [MultiFieldPanel(["topics", "places"], heading=_("What it is about"))]
    content_panels = [*Page.content_panels, *opening_panels, *about_panels]
    promote_panels = [*Page.promote_panels, FieldPanel("share_image")]

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.FilterField("published_at"),
        index.RelatedFields(
            "topics", [index.SearchField("name"), index.SearchField("synonyms"), index.FilterField("slug")]
        ),
        index.RelatedFields("places", [index.SearchField("name"), index.FilterField("slug")]),
    ]

    # Wagtail would index a page before its topics and places are saved; `search.indexing` does it after.
    search_auto_update = False

    api_fields = [
        "title",
        APIField("teaser", serializer=SummaryField()),
        "published_at",
        APIField("published_on", serializer=DayField()),
        APIField("lead_photo", serializer=PhotoField()),
        APIField("topics", serializer=TermsField()),
        APIField("places", serializer=TermsField()),
        APIField("content", serializer=ContentField()),
    ]
    api_meta_fields = [APIField("html_url", serializer=AddressField())]

    # What a copy that is a draft does not take over, so that nothing publishes it unasked; see `core.copies`.
    schedule_fields = ["go_live_at", "expire_at", "expired"]

    open_graph_type = "website"
    robots = ""  # what search engines are told; pages with "noindex" are in no sitemap
    draws_share_card = False  # whether a card is drawn for what has no photo, see `core.share_cards`
    embargo_in_words = ""  # until when nobody may use it, for page types that may be under embargo
    statements = ()  # in its text, as pairs of anchor and `StatementValue`
    offered_photo_ids = frozenset()  # of the photos that it offers to the press, whatever their terms

    copy_form_class = PageCopyForm

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Tell those who keep something about pages, once topics and places are saved too; but not of a draft.

        All in one transaction: pages are rendered anew after its end, and then find what the others keep. An alias
        is live at most as long as the page that it follows.
        """
        fields = kwargs.get("update_fields")
        with transaction.atomic():
            if self.live and self.alias_of_id:
                self.live = Page.objects.filter(pk=self.alias_of_id, live=True).exists()
            super().save(*args, **kwargs)
            # To keep a draft Wagtail saves these few fields of a page that holds all that is in the draft.
            if fields is None or not OF_THE_DRAFT.issuperset(fields):
                if not self.live:
                    self._unpublish_aliases()
                page_saved.send(type(self), instance=self)

    def _unpublish_aliases(self):
        for alias in self.aliases.live().specific():
            alias.unpublish(log_action=False)

    def update_aliases(self, *, revision=None, _content=None, _updated_ids=None):
        """Bring the aliases up to date with what readers see of the page; Wagtail does so when it is but scheduled."""
        public = type(self)._base_manager.filter(pk=self.pk, live=True).first()
        if public:
            super(BasePage, public).update_aliases(revision=revision, _content=_content, _updated_ids=_updated_ids)

    update_aliases.alters_data = True

    def permissions_for_user(self, user):
        """What somebody may do with the page, see `PagePermissions`."""
        return PagePermissions(user, self)

    def index_terms(self):
        """What it is about, as pairs of facet and id of a `Term`: finds it on the page of a topic, for example."""
        yield from (("topic", topic.pk) for topic in self.topics.all())
        yield from (("place", place.pk) for place in self.places.all())

    def publication_problems(self):
        """What keeps the page from being published: see `core.publication`."""
        yield from fits(self, "teaser")
        yield from self.date_problems()
        yield from needs_alt_text(self, "lead_photo")
        yield from needs_credit(self, self.offered_photo_ids)

    @property
    def card_address(self):
        """Where the headline of its card leads: the page, or what a page type is about."""
        return self.url

    @property
    def summary(self):
        """What lists, feeds, search engines and search say of it: its teaser, or what a page type has in its place."""
        return self.teaser

    @cached_property
    def subjects(self):
        """Topics and places as (`path` of their `core.registry.Vocabulary`, slug, name), topics first."""
        terms = [("topics", self.topics.all()), ("places", self.places.all())]
        return [(path, term.slug, term.name) for path, found in terms for term in found]

    @property
    def picked(self):
        """The ids of pages that editors chose to stand under it, in order; see `search.related`."""
        return []

    @property
    def neighbors(self):
        """The ids of pages that it leads to anyway, so that they do not stand under it as well."""
        return []

    @property
    def kicker(self):
        """The few words above the headline that say what kind of page it is; may be empty."""
        return ""

    @property
    def first_words(self):
        """Plain text that describes the page where nobody has written a teaser: its introduction, if it has one."""
        return one_line(getattr(self, "introduction", ""))

    @cached_property
    def displayed_photo(self):
        """The lead photo with its files and caption fetched, or None."""
        if self.lead_photo_id is None:
            return None
        fetched = self._meta.get_field("lead_photo").get_cached_value(self, default=None)
        if fetched and "files" in vars(fetched):
            return fetched
        return Photo.objects.for_display("wide", "share").filter(pk=self.lead_photo_id).first()

    @cached_property
    def share_card(self):
        """The card drawn for it, or None; remembered, so nobody may alter it."""
        if not (self.draws_share_card and self.live and self.pk):
            return None
        return remember(("share card", self.pk), lambda: (ShareCard.objects.filter(page=self.pk).first(),))[0]

    def feed_fields(self, body):
        """What its feed entry tells besides title, teaser, date, topics and photo, as fields of `FeedItem`.

        Args:
            body: the text of the page as HTML, which is the content of the entry unless said otherwise here.
        """
        return {}

    def get_view_restrictions(self):
        """The privacy settings on the page and above it: no query for a public page, for the private are remembered.

        An alias on the way has those of the page that it follows, and those above that page, but none of its own.
        The same in SQL is `core.querysets.IsPublic`.
        """
        restrictions = PageViewRestriction.objects.filter(page__alias_of=None).values_list("page__path", flat=True)
        paths = remember("private pages", lambda: tuple(restrictions))
        if not paths:
            return PageViewRestriction.objects.none()
        found, sources = set(), [self]
        while sources:
            page = sources.pop()
            way = [page]
            while way[-1].depth > 2:
                way.append(way[-1].get_parent())
            if page.path not in found:
                found.add(page.path)
                sources += [one.alias_of for one in way if one.alias_of_id]
        private = [path for path in paths if any(one.startswith(path) for one in found)]
        return PageViewRestriction.objects.filter(page__path__in=private)  # no query for an empty list

    def is_public_below(self, *args, **kwargs):
        """Whether the public sees what a request below the page is answered from, given what `route` found of it."""
        return True

    def get_context(self, request, *args, **kwargs):
        """Add `meta`: what the head of the document says about the page."""
        context = super().get_context(request, *args, **kwargs)
        context["meta"] = self.get_metadata(request)
        return context

    def get_metadata(self, request):
        """The page's `Metadata`; page types extend it."""
        return Metadata.of_page(self, request)


class TextPage(Updatable, BasePage):
    """A page whose text is a stream of blocks."""

    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    date_panel = MultiFieldPanel(
        ["published_at", AskedPanel("keeps_date"), WhenLivePanel("show_as_updated")], heading=_("Date")
    )

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        """Add `body`: the text as HTML."""
        photos = self._fetch_photos()
        with photos_at_hand(photos):
            context = super().get_context(request, *args, **kwargs)
            context["body"] = self.body.stream_block.render(self.body, context)
        return context

    @property
    def first_words(self):
        """The beginning of its first paragraph."""
        paragraphs = (block["value"] for block in self.body.raw_data if block["type"] == "paragraph")
        return one_line(next(paragraphs, ""))

    @cached_property
    def statements(self):
        """The statements in its text."""
        return statements(self.body)

    def _fetch_photos(self):
        """The photos of page and text, by at most two queries; returns a dict of id and `Photo`."""
        wanted = photo_ids(self.body.stream_block, self.body.raw_data)
        if self.lead_photo_id:
            wanted.add(self.lead_photo_id)
        photos = photos_for_texts(wanted) if wanted else {}
        self.lead_photo = photos.get(self.lead_photo_id)
        return photos
