"""Sitemaps (sitemaps.org): an index of parts, and the news sitemap that search engines read for news.

A part holds the pages of one type whose ids lie in one range. So no page ever moves from one part to another, each
part is found by the primary key however many pages there are, and the index needs one short query for each type.
"""

from datetime import timedelta
from itertools import islice

from django.conf import settings
from django.db.models import Case, F, Max, When
from django.db.models.functions import Coalesce
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from wagtail.models import get_page_models

from core.models import BasePage, SiteSettings, TextPage
from core.moments import MomentField, plausible
from core.registry import addresses, kinds
from core.sites import site_of
from images.files import fetch_files
from images.models import Photo
from images.presets import FALLBACK_SPEC, PRESETS
from page_cache import expires_at
from texts.clean import clean_text

PART_LENGTH = 5_000  # ids; sitemaps.org allows 50,000 addresses, but a part must fit into the page cache
NEWS_FOR = timedelta(days=2)  # what the news sitemap is for, and
MOST_NEWS = 1_000  # how much it may hold
XML = "application/xml; charset=utf-8"
_PHOTO_SPEC = PRESETS["wide"].specs("jpeg")[-1]


def page_types():
    """The page types that search engines may list, by name."""
    found = [model for model in get_page_models() if issubclass(model, BasePage) and "noindex" not in model.robots]
    return {model._meta.model_name: model for model in found}


def sitemap_index(request):
    """The list of all parts, each with the moment of its last change."""
    site = site_of(request)
    parts = [(f"{one.name}-0", None) for one in addresses() if any(one.find(site))]
    for name, model in page_types().items():
        ranges = _pages(model, site).order_by().annotate(part=F("pk") / PART_LENGTH).values_list("part")
        parts += [(f"{name}-{part}", changed) for part, changed in ranges.annotate(changed=Max(_changed(model)))]
    listed = [
        (site.root_url + reverse("sitemap_part", args=part.rsplit("-", 1)), _in_xml(when))
        for part, when in sorted(parts)
    ]
    return _document("sitemaps/index.xml", {"parts": listed})


def sitemap_part(request, name, part):
    """The addresses of one part, with their photos; 404 for a part without any."""
    site = site_of(request)
    others = {one.name: one for one in addresses()}
    if name in page_types():
        rows = list(_rows(page_types()[name], site, int(part)))
    elif name in others and int(part) == 0:
        rows = [(site.root_url + path, "", "") for path in islice(others[name].find(site), PART_LENGTH)]
    else:
        rows = []
    if not rows:
        raise Http404
    return _document("sitemaps/part.xml", {"rows": rows})


def _document(template, context):
    """An XML document; no text in it can break it."""
    return HttpResponse(clean_text(render_to_string(template, context)), content_type=XML)


def _rows(model, site, part):
    """(address, moment of the last change, address of the lead photo or "") for the pages of a part. Three queries."""
    pages = _pages(model, site).filter(pk__gte=part * PART_LENGTH, pk__lt=(part + 1) * PART_LENGTH).order_by("pk")
    rows = list(pages.values_list("url_path", _changed(model), "lead_photo_id"))
    photos = Photo.objects.filter(pk__in={photo_id for *_others, photo_id in rows if photo_id}).in_bulk()
    fetch_files(photos.values(), "wide")
    images = {pk: _address_of(photo, site) for pk, photo in photos.items()}
    start = len(site.root_page.url_path)
    for url_path, changed, photo_id in rows:
        yield f"{site.root_url}/{url_path[start:]}", _in_xml(changed), images.get(photo_id, "")


def _changed(model):
    """The moment of the last change that readers are told of; where pages show none, that of the last publication."""
    if issubclass(model, TextPage):
        return Coalesce("updated_at", "published_at")
    is_anew = When(last_published_at__gt=F("first_published_at"), then="last_published_at")
    return Case(is_anew, default="published_at", output_field=MomentField())


def _in_xml(moment):
    moment = plausible(moment)
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else ""


def _pages(model, site):
    return model.objects.published().in_site(site)


def _address_of(photo, site):
    file = photo.files.get(_PHOTO_SPEC) or photo.files.get(FALLBACK_SPEC)
    if file is None:
        return ""
    return file.url if "//" in file.url else site.root_url + file.url


def news_sitemap(request):
    """Our own news of the last two days, by the moment of publication; what is dated back is no news."""
    site = site_of(request)
    since = timezone.now() - NEWS_FOR
    pages = []
    for kind in kinds():
        if kind.is_news and "noindex" not in kind.model.robots:
            fresh = _pages(kind.model, site).filter(published_at__gt=since, published_at__lte=timezone.now())
            pages += fresh.defer_streamfields().newest_first()[:MOST_NEWS]
    pages = sorted(pages, key=lambda page: (page.published_at, page.pk), reverse=True)[:MOST_NEWS]
    if pages:
        expires_at(request, pages[-1].published_at + NEWS_FOR)
    start = len(site.root_page.url_path)
    context = {
        "publication": SiteSettings.for_site(site).organization_name,
        "language": settings.LANGUAGE_CODE.split("-")[0],
        "pages": [
            (f"{site.root_url}/{page.url_path[start:]}", _in_xml(page.published_at), page.title) for page in pages
        ],
    }
    return _document("sitemaps/news.xml", context)
