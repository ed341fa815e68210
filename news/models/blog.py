"""The blog: index, posts, and who and what they belong to."""

from django.db import models
from django.urls import reverse_lazy
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.api import APIField
from wagtail.models import Orderable
from wagtail.search import index

from convenings.cards import card_beside
from core.api import NamesField, TermField
from core.blocks.body import word_count
from core.lengths import TeaserField
from core.listing import Facet
from core.models import BasePage, ListPage, SiteSettings, TextPage
from core.models.taxonomy import Term
from core.publication import Problem
from core.structured_data import article
from images.models import Photo
from news.about import about
from news.beside import posts_beside
from news.forms import BlogPostForm
from news.querysets import BlogPostManager

WORDS_PER_MINUTE = 230


class Series(Term):
    """A recurring series, such as a monthly round-up."""

    class Cadence(models.TextChoices):
        """How often an issue comes."""

        WEEKLY = "weekly", _("Weekly")
        MONTHLY = "monthly", _("Monthly")
        QUARTERLY = "quarterly", _("Quarterly")
        YEARLY = "yearly", _("Yearly")

    description = models.TextField(_("description"), blank=True, help_text=_("What readers get from it."))
    cadence = models.CharField(_("how often"), max_length=10, choices=Cadence, blank=True)
    title_pattern = models.CharField(
        _("headline of an issue"),
        max_length=150,
        blank=True,
        help_text=_("Proposed for each new issue; {issue} stands for its label, as in “Network Download, {issue}”."),
    )
    default_teaser = TeaserField(
        _("teaser"), blank=True, help_text=_("Shown with issues that have no teaser of their own.")
    )
    default_photo = models.ForeignKey(
        Photo,
        verbose_name=_("photo"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Proposed for each new issue."),
    )

    panels = ["name", "slug", "description", "cadence", "title_pattern", "default_teaser", "default_photo"]
    schema_type = "CreativeWorkSeries"
    words = ("name", "default_teaser")

    class Meta(Term.Meta):
        verbose_name = _("series")
        verbose_name_plural = _("series")


class Author(Term):
    """A person or a team that posts are signed with."""

    role = models.CharField(_("role"), max_length=120, blank=True)
    about = models.TextField(_("about"), blank=True, help_text=_("One or two sentences."))
    photo = models.ForeignKey(
        Photo, verbose_name=_("photo"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    panels = ["name", "slug", "role", "about", "photo"]

    class Meta(Term.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")


class BlogIndex(ListPage):
    """“Our Blog + Latest News”: all posts, newest first, with filters and feeds."""

    featured_post = models.ForeignKey(
        "news.BlogPost",
        verbose_name=_("featured post"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Opens the list. The newest post if left empty."),
    )

    content_panels = [
        *ListPage.content_panels[:2],
        PageChooserPanel("featured_post", "news.BlogPost"),
        *ListPage.opening_panels,
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.BlogPost"]
    template = "pages/blog_index.html"
    page_description = _("A list of posts, newest first.")

    facets = (Facet("series", _("Series"), "series"), *ListPage.facets)

    class Meta:
        verbose_name = _("blog")
        verbose_name_plural = _("blogs")

    def get_context(self, request, *args, **kwargs):
        """Add the post that opens the list, and the others."""
        context = super().get_context(request, *args, **kwargs)
        featured = self._featured(context["listing"])
        posts = [post for post in context["listing"].items if post != featured]
        return {**context, "featured": featured, "posts": posts}

    def _featured(self, listing):
        if listing.is_filtered or not listing.is_first_page:
            return None
        chosen = next((post for post in listing.items if post.pk == self.featured_post_id), None)
        if chosen is None and self.featured_post_id:
            chosen = BlogPost.objects.as_cards([self.featured_post_id]).get(self.featured_post_id)
        return chosen or next(iter(listing.items), None)


class BlogPost(TextPage):
    """One post of the blog."""

    series = models.ForeignKey(
        Series,
        verbose_name=_("series"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="posts",
        help_text=_("If it is an issue of a recurring series."),
    )
    issue_label = models.CharField(
        _("issue"), max_length=60, blank=True, help_text=_("Which issue it is, such as “October 2022”.")
    )
    convening = models.ForeignKey(
        "convenings.Convening",
        verbose_name=_("convening"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("If the post announces one. Its dates stand beside the text and keep themselves up to date."),
    )
    reading_minutes = models.PositiveSmallIntegerField(default=1, editable=False)

    objects = BlogPostManager()
    base_form_class = BlogPostForm

    content_panels = [
        *BasePage.content_panels[:1],
        *BasePage.opening_panels,
        FieldRowPanel(
            ["series", "issue_label"],
            heading=_("Series"),
            attrs={
                "data-controller": "propose-issue",
                "data-action": "change->propose-issue#propose",
                "data-propose-issue-url-value": reverse_lazy("series_proposal"),
                "data-propose-issue-done-value": _("Empty fields are filled with what the series proposes."),
            },
        ),
        InlinePanel("bylines", label=_("Author"), heading=_("Authors")),
        "body",
        "convening",
        MultiFieldPanel(["topics", "places"], heading=_("What it is about")),
        InlinePanel(
            "hand_picked",
            label=_("Post"),
            heading=_("Related posts"),
            max_num=3,
            help_text=_("Up to three. The site fills empty places with posts on the same things."),
        ),
        TextPage.date_panel,
    ]
    search_fields = [
        *TextPage.search_fields,
        index.SearchField("issue_label", boost=2),
        index.RelatedFields("series", [index.SearchField("name", boost=2)]),
        index.FilterField("series"),
    ]

    api_fields = [
        *TextPage.api_fields,
        APIField("series", serializer=TermField()),
        "issue_label",
        APIField("author_names", serializer=NamesField()),
        "reading_minutes",
    ]

    exclude_fields_in_copy = [*TextPage.exclude_fields_in_copy, "issue_label"]
    parent_page_types = ["news.BlogIndex"]
    subpage_types = []
    template = "pages/blog_post.html"
    page_description = _("News, an essay or an issue of a series.")
    open_graph_type = "article"
    draws_share_card = True

    class Meta:
        verbose_name = _("blog post")
        verbose_name_plural = _("blog posts")

    def save(self, *args, **kwargs):
        """Keep the reading time; it is read far more often than the text changes."""
        if "body" not in self.get_deferred_fields():
            self.reading_minutes = max(1, round(word_count(self.body) / WORDS_PER_MINUTE))
        super().save(*args, **kwargs)

    def index_terms(self):
        """Its series, too."""
        yield from super().index_terms()
        if self.series_id:
            yield "series", self.series_id

    def publication_problems(self):
        """A post needs a teaser, its own or that of its series."""
        yield from super().publication_problems()
        if not self.summary.strip():
            yield Problem("teaser", _("Write a teaser: one or two sentences that stand for the post in lists."))

    @property
    def summary(self):
        """Its teaser, else that of its series."""
        return self.teaser or (self.series.default_teaser if self.series_id else "")

    @property
    def kicker(self):
        """The series of the post."""
        return self.series.name if self.series_id else ""

    @cached_property
    def about(self):
        """Topics, places and authors; see `news.about`."""
        return about(self)

    @property
    def authors(self):
        """The authors as `Signature`s, in the order of the byline."""
        return self.about.authors

    @property
    def subjects(self):
        """Topics and places."""
        return self.about.subjects

    @property
    def picked(self):
        """The hand-picked posts."""
        return self.about.picked

    @property
    def neighbors(self):
        """The posts before and after it."""
        return [post.pk for post in self.beside if post]

    def feed_fields(self, body):
        """The names of its authors."""
        return {"authors": self.author_names}

    @property
    def author_names(self):
        """The names of its authors, in the order of the byline."""
        return tuple(byline.author.name for byline in self.bylines.all())

    def get_context(self, request, *args, **kwargs):
        """Add the neighbors and where the blog is."""
        context = super().get_context(request, *args, **kwargs)
        blog = self.get_parent()
        return {
            **context,
            "blog_url": blog.get_url(request) if blog.live else "",
            "beside": self.beside,
            "convening": card_beside(self, request),
        }

    @cached_property
    def beside(self):
        """The posts before and after it; see `news.beside`."""
        return posts_beside(self)

    def get_metadata(self, request):
        """Say what article this is, by whom and from when."""
        metadata = super().get_metadata(request)
        metadata.describe_article(self)
        names = [author.name for author in self.authors]
        metadata.json_ld.append(article(self, metadata, SiteSettings.for_request(request), "BlogPosting", names))
        return metadata


class Byline(Orderable):
    """An author of a post, in the order of the byline."""

    post = ParentalKey(BlogPost, on_delete=models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, verbose_name=_("author"), on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("author")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["post", "author"], name="author_once_per_post")]


class RelatedPost(Orderable):
    """A post that an editor chose to show under another."""

    post = ParentalKey(BlogPost, on_delete=models.CASCADE, related_name="hand_picked")
    related = models.ForeignKey(BlogPost, verbose_name=_("post"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("related", "news.BlogPost")]
