"""The home page, and pages that stand by themselves such as About."""

from itertools import islice

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from core.feeds import FORMATS
from core.fields import StreamField
from core.linked_pages import LinkedPageBlock, linked_pages
from core.models import BasePage, SiteSettings, TextPage
from core.panels import WhenLivePanel
from core.photos import photos_for_texts
from core.rich_text import expand_together
from core.sites import site_of
from core.structured_data import CONTEXT, organization
from images.blocks import chosen_ids, photo_ids, photos_at_hand
from news.models import BlogIndex, BlogPost
from page_cache import remember

from .blocks import SectionsBlock


class HomePage(BasePage):
    """The front page: sections that editors arrange."""

    sections = StreamField(SectionsBlock(), verbose_name=_("sections"), blank=True)

    content_panels = [*BasePage.content_panels[:1], "sections", *BasePage.opening_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("sections")]

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "news.BlogIndex",
        "press.PressIndex",
        "convenings.ConveningIndex",
        "media_inquiries.MediaContact",
        "home.StandardPage",
    ]
    max_count_per_parent = 1
    template = "pages/home_page.html"
    page_description = _("The front page of the site.")

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request, path_components):
        """Reach a blog by memory: the way to every post leads through it."""
        blog = self._blogs().get(path_components[0]) if path_components else None
        return blog.route(request, path_components[1:]) if blog else super().route(request, path_components)

    def _blogs(self):
        """The blogs right below, by their slugs."""
        blogs = remember(("blogs", self.pk), lambda: list(BlogIndex.objects.child_of(self)))
        for blog in blogs:
            blog._cached_parent_obj = self
        return {blog.slug: blog for blog in blogs}

    def get_context(self, request, *args, **kwargs):
        """Add the sections, each with the posts it shows."""
        context = super().get_context(request, *args, **kwargs)
        blog = next((blog for blog in self._blogs().values() if blog.live and not blog.get_view_restrictions()), None)
        return {
            **context,
            "sections": self._sections_with_posts(request),
            "blog_url": blog.get_url(request) if blog else "",
        }

    def _sections_with_posts(self, request):
        """The sections as (bound block, posts); no post stands in two sections. At most three queries for posts."""
        stream = self.sections.stream_block, self.sections.raw_data
        linked_pages(chosen_ids(LinkedPageBlock, *stream))  # at once, not for each kind of section
        with photos_at_hand(photos_for_texts(photo_ids(*stream))):
            sections = list(self.sections)
        expand_together(block.value for block in sections)
        chosen = [
            page.pk
            for block in sections
            if block.block_type == "featured_posts"
            for page in block.value["posts"]
            if page
        ]
        wanted = sum(self._places(block) for block in sections)
        newest = BlogPost.objects.published().descendant_of(self).newest_first().values_list("pk", flat=True)
        newest = list(newest[: wanted + len(chosen)]) if wanted else []
        by_id = BlogPost.objects.as_cards([*chosen, *newest])
        newest = (by_id[pk] for pk in newest if pk not in chosen and pk in by_id)
        return [(block, self._posts_of(block, by_id, newest)) for block in sections]

    @staticmethod
    def _places(block):
        if block.block_type == "featured_posts":
            return 3
        return int(block.value["count"]) if block.block_type == "latest_posts" else 0

    def _posts_of(self, block, by_id, newest):
        picked = []
        if block.block_type == "featured_posts":
            picked = [by_id[page.pk] for page in block.value["posts"] if page and page.pk in by_id]
        return [*picked, *islice(newest, self._places(block) - len(picked))]

    def get_metadata(self, request):
        """Say whose site this is, and where its feeds are."""
        metadata = super().get_metadata(request)
        settings = SiteSettings.for_request(request)
        metadata.title = self.seo_title or settings.organization_name
        root_url = site_of(request).root_url
        metadata.feeds = [(name, f"{root_url}/feed.{name}") for name in FORMATS]
        publisher = organization(settings, f"{root_url}/")
        metadata.json_ld += [
            {"@context": CONTEXT, **publisher},
            {
                "@context": CONTEXT,
                "@type": "WebSite",
                "name": settings.organization_name,
                "url": f"{root_url}/",
                "publisher": publisher,
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": {"@type": "EntryPoint", "urlTemplate": f"{root_url}{reverse('search')}?q={{words}}"},
                    "query-input": "required name=words",
                },
            },
        ]
        return metadata


class StandardPage(TextPage):
    """A page that stands by itself: About, privacy, accessibility."""

    content_panels = [
        *BasePage.content_panels[:1],
        *BasePage.opening_panels,
        "body",
        *BasePage.about_panels,
        WhenLivePanel("show_as_updated"),
    ]

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "pages/standard_page.html"
    page_description = _("A page by itself, such as About or a legal notice.")

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
