"""Links from everything public to some pages, in every way in which an editor can make one."""

from wagtail.models import Site

from convenings.models import Convening, ConveningIndex
from core.models import SiteSettings
from home.models import HomePage, StandardPage
from images.tests.factories import PhotoFactory
from media_inquiries.models import MediaContact
from news.models import BlogIndex, BlogPost, NewsMention
from press.models import PressIndex, PressRelease, PressReleaseIndex


def rich_text(pages):
    """A text with a link to each of these pages."""
    return "".join(f'<p>See <a linktype="page" id="{page.pk}">what follows</a>.</p>' for page in pages)


def body(pages):
    """The raw value of a body that leads to these pages in every block that can."""
    text = rich_text(pages)
    return [
        {"type": "paragraph", "value": text},
        {"type": "statement", "value": {"speaker": "Member", "title": "", "place": "", "words": text}},
        {"type": "fact_box", "value": {"title": "In short", "text": text}},
        {"type": "photo", "value": {"photo": PhotoFactory().pk, "own_caption": text}},
        {"type": "pages", "value": {"title": "Read more", "pages": [page.pk for page in pages]}},
        *({"type": "call_to_action", "value": {"heading": "Come", "text": "", "link": link}} for link in links(pages)),
    ]


def links(pages):
    """The raw values of links without words of their own."""
    return [{"label": "", "page": page.pk, "url": ""} for page in pages]


def from_everywhere(pages):
    """Have public pages of each type, a convening and the settings lead to these pages."""
    text = rich_text(pages)
    _from_texts(pages)
    for model in (BlogIndex, PressReleaseIndex, ConveningIndex, MediaContact):
        model.objects.published().update(introduction=text)
    _from_sections(pages)
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    settings.boilerplate = text
    settings.footer_links = [{"type": "link", "value": link} for link in links(pages)]
    settings.save()


def _from_texts(pages):
    release = PressRelease.objects.published().newest_first()[0]
    release.boilerplate, release.notes_to_editors = "", rich_text(pages)
    release.corrections.create(text=rich_text(pages))
    post = BlogPost.objects.published().newest_first()[0]
    for related in [page for page in pages if isinstance(page, BlogPost)][:3]:
        post.hand_picked.create(related=related)
    for page in (post, release, StandardPage.objects.published()[0]):
        page.body = body(pages)
        page.save()
    convening = Convening.objects.published()[0]
    convening.description = body(pages)
    convening.save()


def _from_sections(pages):
    button, titled = links(pages)[0], {"type": "links", "value": {"title": "Go on", "links": links(pages)}}
    posts, mentions, releases = ([one.pk for one in pages if isinstance(one, model)] for model in _ROWS)
    home_page = HomePage.objects.published()[0]
    home_page.sections = [
        {"type": "hero", "value": {"heading": "Together", "text": "", "links": links(pages)[:2]}},
        {"type": "featured_posts", "value": {"title": "Worth reading", "posts": posts}},
        {
            "type": "text_with_photo",
            "value": {
                "heading": "Us",
                "text": rich_text(pages),
                "photo": {"photo": PhotoFactory().pk},
                "link": button,
            },
        },
        titled,
    ]
    home_page.save()
    press = PressIndex.objects.published()[0]
    press.sections = [
        {"type": "text", "value": {"heading": "Us", "text": rich_text(pages)}},
        {"type": "coverage", "value": {"title": "News", "introduction": "", "count": 12, "chosen": mentions}},
        {"type": "releases", "value": {"title": "Ours", "introduction": "", "count": 12, "chosen": releases}},
        titled,
    ]
    press.save()


_ROWS = (BlogPost, NewsMention, PressRelease)
