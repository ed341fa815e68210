"""What the head of a document says about the page: for search engines, chat programs and social networks.

OpenGraph (ogp.me) is built here as plain data, JSON-LD in `core.structured_data`; `templates/components/head.html`
writes both out.
"""

from dataclasses import dataclass, field

from django.conf import settings as django_settings
from django.templatetags.static import static
from django.utils.text import Truncator
from django.utils.translation import to_locale

from images.renditions import file_for_sharing
from texts.clean import clean_line

from .registry import press_contact
from .share_images import HEIGHT, WIDTH
from .structured_data import breadcrumb_list

DESCRIPTION_LENGTH = 160  # characters; search engines cut off what is longer


@dataclass(frozen=True)
class ShareImage:
    """An image for links: address with scheme and host, size in pixels, alt text."""

    url: str
    width: int
    height: int
    alt: str

    @classmethod
    def of_photo(cls, photo, request):
        """The share image made from a photo, or None while the photo has no files yet."""
        file = file_for_sharing(photo)
        if file is None:
            return None
        return cls(request.build_absolute_uri(file.url), file.width, file.height, photo.default_alt_text)

    @classmethod
    def of_card(cls, card, request):
        """The share image that was drawn: a card with `file` and `alt`, or None."""
        return card and cls(request.build_absolute_uri(card.file.url), WIDTH, HEIGHT, card.alt)

    @classmethod
    def of_site(cls, settings, request):
        """The share image of whatever has none of its own: the editors' choice, else the site's mark."""
        chosen = cls.of_photo(settings.default_share_image, request)
        mark = request.build_absolute_uri(static("img/share.png"))
        return chosen or cls(mark, WIDTH, HEIGHT, settings.organization_name)


@dataclass
class Metadata:
    """Everything the head of one document says.

    `published` and `modified` are moments in ISO 8601; `section` and `tags` say what an article is about.
    `press_contact` is the full address of the desk that answers reporters; empty without one.
    """

    title: str
    url: str
    description: str = ""
    open_graph_type: str = "website"
    image: ShareImage | None = None
    published: str = ""
    modified: str = ""
    section: str = ""
    tags: list = field(default_factory=list)
    robots: str = ""
    press_contact: str = ""
    feeds: list = field(default_factory=list)
    json_ld: list = field(default_factory=list)
    breadcrumbs: list = field(default_factory=list)

    def __post_init__(self):
        """Clean what was stored before texts were cleaned."""
        self.title, self.description = clean_line(str(self.title)), clean_line(str(self.description))

    @classmethod
    def of_page(cls, page, request):
        """What every page says."""
        return cls.of_address(
            request,
            title=page.seo_title or page.title,
            url=page.get_full_url(request) or request.build_absolute_uri(),  # a preview may be outside every site
            description=page.search_description or page.summary or shortened(page.first_words),
            image=_image_of(page, request),
            breadcrumbs=breadcrumbs(page, request),
            open_graph_type=page.open_graph_type,
            robots=page.robots,
        )

    @classmethod
    def of_address(cls, request, *, description="", image=None, breadcrumbs=(), **others):
        """What every document says, be it a page or not: what it lacks it has from the site.

        Args:
            request: the request.
            description: plain text; the tagline of the site if empty.
            image: a `ShareImage`; that of the site if None.
            breadcrumbs: the way to it from below home, itself included, as (title, full address).
            others: `title`, `url` and further fields of `Metadata`.
        """
        from core.models import SiteSettings

        settings = SiteSettings.for_request(request)
        return cls(
            description=description or settings.tagline,
            image=image or ShareImage.of_site(settings, request),
            press_contact=press_contact(request),
            breadcrumbs=list(breadcrumbs),
            json_ld=[breadcrumb_list(breadcrumbs)] if breadcrumbs else [],
            **others,
        )

    def describe_article(self, page):
        """Say when an article was published, under which heading, and about what.

        Args:
            page: a page with `subjects`: (parameter, slug, name) of its topics and places.
        """
        self.published = page.published_iso
        self.modified = page.updated_iso
        self.section = page.kicker
        self.tags = [name for _parameter, _slug, name in page.subjects]

    @property
    def locale(self):
        """The language, as OpenGraph wants it: en_US."""
        return to_locale(django_settings.LANGUAGE_CODE)


def _image_of(page, request):
    """What stands for a page: the image chosen for it, its lead photo, or the card drawn for it; None without."""
    photo = page.share_image or page.displayed_photo
    return ShareImage.of_photo(photo, request) if photo else ShareImage.of_card(page.share_card, request)


def shortened(text):
    """The first words of a plain text, as a description."""
    text = " ".join(text.split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return Truncator(text).chars(DESCRIPTION_LENGTH, truncate="").rpartition(" ")[0].rstrip(" ,;:.–—") + "…"


def breadcrumbs(page, request):
    """The pages from below home down to this page, as (title, full address); empty for home itself.

    A page above it that has been unpublished is left out. Costs no query while the page was reached by its address:
    the way there is remembered.
    """
    crumbs = []
    current = page
    while current is not None and current.depth > 2:
        if current.live or current is page:
            crumbs.append((current.title, current.get_full_url(request)))
        current = current.get_parent()
    return crumbs[::-1]
