"""A small site with everything in it: every page type, every section, every body block."""

import datetime
import json
from contextlib import contextmanager

from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction, Site

from convenings.models import Attendance, Convening, Status
from convenings.tests.factories import ConveningFactory, ConveningIndexFactory
from core.models import Place, SiteSettings
from core.tests.factories import PlaceFactory, TopicFactory
from home.tests.factories import HomePageFactory, StandardPageFactory
from images.tests.factories import PhotoFactory, image_file
from media_inquiries.models import DeskSettings
from media_inquiries.tests.factories import ContactPersonFactory, MediaContactFactory
from news.models import BlogPost
from news.tests.factories import (
    AuthorFactory,
    BlogIndexFactory,
    BlogPostFactory,
    NewsMentionFactory,
    NewsMentionIndexFactory,
    OutletFactory,
    SeriesFactory,
)
from press.models import PressRelease
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory

RICH_TEXT = (
    '<p>Members met in <b>two cities</b> and wrote to <a href="https://example.org/">the agency</a>.</p>'
    "<ul><li>They asked</li><li>They listened</li></ul>"
)
VIDEO = "https://www.youtube.com/watch?v=aaaaaaaaaaa"


def body_with_every_block(photo, page, document):
    """The raw value of a body in which each kind of block stands at least once.

    Args:
        photo: a `Photo`.
        page: a page that links lead to.
        document: a Wagtail document.
    """
    link = {"label": "Read more about us", "page": page.pk, "url": ""}
    return [
        {"type": kind, "value": value}
        for kind, value in [
            ("paragraph", RICH_TEXT),
            ("paragraph", f'<p>See <a linktype="page" id="{page.pk}">the page about us</a> for the rest.</p>'),
            ("heading", {"text": "What members did", "level": "2"}),
            ("photo", {"photo": photo.pk}),
            ("heading", {"text": "What members did", "level": "3"}),
            ("gallery", {"title": "The day in photos", "photos": [{"photo": photo.pk}, {"photo": photo.pk}]}),
            ("quote", {"text": "We asked who was missing.", "attribution": "Council member", "role": "Midwest"}),
            ("statement", {"speaker": "Board member", "title": "Council member", "place": "Ohio", "words": RICH_TEXT}),
            ("statement", {"speaker": "Board member", "title": "", "place": "", "words": RICH_TEXT}),
            ("embed", {"url": VIDEO, "title": "The panel on housing"}),
            ("document", {"document": document.pk, "label": ""}),
            ("call_to_action", {"heading": "Are you elected?", "text": "Meet the others.", "link": link}),
            ("convening", a_convening(photo).pk),
            ("pages", {"title": "Read more", "pages": [page.pk]}),
            ("table", a_table()),
            ("fact_box", {"title": "In short", "text": RICH_TEXT}),
            ("divider", None),
        ]
    ]


def a_table():
    """The raw value of a table with a column of words and one of numbers."""
    return {
        "columns": [{"type": "text", "heading": "City"}, {"type": "number", "heading": "Votes"}],
        "rows": [{"values": ["Lakeside", "7"]}, {"values": ["Hill Town", "12"]}],
        "caption": "Votes by city",
    }


def a_convening(photo):
    """A convening with all that one can have, in a month; the same each time."""
    if known := Convening.objects.filter(slug="every-detail").first():
        return known
    begins = timezone.localdate() + datetime.timedelta(days=30)
    return ConveningFactory(
        name="Every detail & then some",
        slug="every-detail",
        starts_on=begins,
        ends_on=begins + datetime.timedelta(days=3),
        starts_at=datetime.time(9),
        ends_at=datetime.time(13),
        time_zone="America/Chicago",
        attendance=Attendance.BOTH,
        venue="The old market hall",
        street="1 Example Street",
        place=PlaceFactory(name="Hillside", state=Place.objects.get(name="Missouri")),
        online_address="https://example.org/join",
        status=Status.OPEN,
        registration_url="https://example.org/register",
        registration_closes_on=begins - datetime.timedelta(days=7),
        teaser="Three days among people who govern as you do.",
        photo=photo,
        description=[{"type": "paragraph", "value": RICH_TEXT}, {"type": "quote", "value": {"text": "Come."}}],
    )


def sections(photo, page, post):
    """The raw value of a home page with every kind of section."""
    link = {"label": "Read more about us", "page": page.pk, "url": ""}
    outside = {"label": "Join the network", "page": None, "url": "https://example.org/join"}
    hero = {"heading": "Local officials, together", "text": "We govern for all.", "photo": {"photo": photo.pk}}
    beside = {"heading": "Who we are", "text": RICH_TEXT, "photo": {"photo": photo.pk}, "link": link}
    return [
        {"type": kind, "value": value}
        for kind, value in [
            ("hero", {**hero, "links": [link, outside]}),
            ("featured_posts", {"title": "Worth reading", "posts": [post.pk]}),
            ("next_convening", {"title": "Next convening", "convening": None}),
            ("latest_posts", {"title": "Latest news", "count": "6"}),
            ("text_with_photo", {**beside, "photo_first": True}),
            ("call_to_action", {"heading": "Are you elected?", "text": "Meet the others.", "link": outside}),
            ("links", {"title": "Ways to go on", "links": [link, outside]}),
        ]
    ]


@contextmanager
def for_a_while(django_db_blocker):
    """Room for content that is taken back at the end: for a fixture that fetches once what many tests look at."""
    for name in caches:
        caches[name].clear()
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def standing(django_db_blocker):
    """The whole site, for a module of tests that only read it; then the database is as the migrations made it."""
    with django_db_blocker.unblock():
        of_migrations = getattr(connection, "_test_serialized_contents", None)
        # Django keeps no copy where no test that commits is to run; then the tables are as they were.
        of_migrations = of_migrations or connection.creation.serialize_db_to_string()
        if not ContentType.objects.exists():  # a test that commits has left the tables empty
            _put_back(of_migrations)
        build()
        yield
        call_command("flush", verbosity=0, interactive=False, reset_sequences=False, inhibit_post_migrate=True)
        _put_back(of_migrations)


def _put_back(contents):
    # Content types first: those that are asked for on the way would be made anew, under other ids.
    types = [row for row in json.loads(contents) if row["model"] == "contenttypes.contenttype"]
    ContentType.objects.clear_cache()
    connection.creation.deserialize_db_from_string(json.dumps(types))
    connection.creation.deserialize_db_from_string(contents)


def empty():
    """Build a home page and a blog below it; returns both."""
    home_page = HomePageFactory(parent=Page.objects.get(depth=1), title="Local Progress")
    Site.objects.update(root_page=home_page, hostname="localhost", port=80)
    Site.clear_site_root_paths_cache()
    blog = BlogIndexFactory(parent=home_page, introduction="<p>What members do.</p>", teaser="What members do.")
    return home_page, blog


def build():
    """Build the whole site below the root page.

    /blog/every-block/ has all that a post can have, /blog/words-only/ has no photo, /blog/members/ asks for a
    password; thirteen more posts make a second page. /about/ and /about/people/ are standard pages. /press/ has every
    section, /press/media-inquiries/ is the default desk, /press/after-hours/ another without hours, people and form.
    /press/releases/every-part/ has all that a release can have, /press/releases/words-only/ only its words.
    /press/in-the-news/ lists coverage on two pages. /convenings/ lists some of each state on two pages, of which
    /convenings/every-detail/ has all that a convening can have.
    """
    home_page, blog = empty()
    caption = "<p>Members on the <b>steps</b>.</p>"
    wide = PhotoFactory(file=image_file("wide.jpg", (1500, 1000)), caption=caption, credit="Photo: Staff")
    tall = PhotoFactory(file=image_file("tall.jpg", (480, 640), "#b8351a"), caption=caption, credit="Photo: Member")
    about = _standard_pages(home_page, blog, wide)
    every_block = _posts(blog, about, wide, tall)
    home_page.teaser = "Local officials who govern together."
    home_page.sections = sections(wide, about, every_block)
    home_page.save()
    _press(home_page, wide)
    _convenings(home_page, wide)
    _settings(about, wide)


def _standard_pages(home_page, blog, photo):
    about = StandardPageFactory(parent=home_page, lead_photo=photo, teaser="Who we are.", title="About us")
    about.body = body_with_every_block(photo, blog, _document())
    about.save()
    StandardPageFactory(parent=about, title="People", slug="people", teaser="Our staff.", show_in_menus=False)
    return about


def _document():
    return Document.objects.create(title="The toolkit", file=ContentFile(b"%PDF-1.4", name="toolkit.pdf"))


def _posts(blog, about, wide, tall):
    series = SeriesFactory(
        name="Monthly round-up", cadence="monthly", description="What members did & read.", default_photo=wide
    )
    place = PlaceFactory(name="Lakeside", state=Place.objects.get(name="Ohio"))
    housing, schools = TopicFactory(name="Housing"), TopicFactory(name="Schools")
    for number in range(13):
        post = BlogPostFactory(
            parent=blog,
            series=series if number % 2 else None,
            lead_photo=[wide, tall, None][number % 3],
            published_on=datetime.date(2021 + number // 6, 3, number + 1),
        )
        post.topics.add(schools if number % 2 else housing)
        post.save()
    members = BlogPostFactory(parent=blog, title="For members", slug="members")
    PageViewRestriction.objects.create(page=members, restriction_type=PageViewRestriction.PASSWORD, password="open")
    BlogPostFactory(
        parent=blog,
        title="Words only",
        slug="words-only",
        series=series,
        published_on=datetime.date(2023, 12, 31),
        body=[{"type": "paragraph", "value": f"<p>{'Some words of a post. ' * 60}</p>"} for _ in range(8)],
    )
    every_block = BlogPostFactory(
        parent=blog,
        title="Every block & then some",
        slug="every-block",
        series=series,
        issue_label="March 2024",
        lead_photo=tall,
        share_image=wide,
        published_on=datetime.date(2024, 3, 1),
        body=body_with_every_block(tall, about, _document()),
    )
    every_block.bylines.create(author=AuthorFactory(name="Press desk", role="Local Progress"))
    every_block.topics.add(housing, schools)
    every_block.places.add(place)
    every_block.save()
    return every_block


def _press(home_page, photo):
    """The press page with every kind of section; a desk with everything, and one with nothing but an address."""
    press = PressIndexFactory(parent=home_page, teaser="For reporters on deadline.")
    desk = MediaContactFactory(
        parent=press,
        teaser="Whom reporters reach, and when.",
        introduction="<p>We speak for local officials and find the right voice for your story.</p>",
        promise="We answer within two hours on weekdays.",
        what_to_include=RICH_TEXT,
    )
    desk.office_hours.create(opens=datetime.time(9), closes=datetime.time(18))
    desk.closed_days.create(date=timezone.localdate() + datetime.timedelta(days=40), name="Founders’ day")
    desk.save()
    person = ContactPersonFactory(contact=desk, role="Mountain states", phone="(555) 010-0160", photo=photo)
    person.topics.add(TopicFactory(name="Transit"))
    person.places.add(PlaceFactory(name="Hill County"))
    person.save()
    ContactPersonFactory(contact=desk, name="Second officer", email="second@example.org", languages="English, Spanish")
    bare = MediaContactFactory(parent=press, title="After hours", slug="after-hours", phone="", has_form=False)
    bare.teaser = "When the desk is closed."
    bare.save()
    link = {"label": "Ask after hours", "page": bare.pk, "url": ""}
    press.sections = [
        {"type": "inquiry_contact", "value": {"desk": desk.pk}},
        {"type": "text", "value": {"heading": "How to quote us", "text": RICH_TEXT}},
        {"type": "links", "value": {"title": "Ways to go on", "links": [link]}},
    ]
    press.save()
    DeskSettings.objects.create(site=Site.objects.get(), default_desk=desk)
    _releases(press, bare, photo)
    _coverage(press, photo)


def _releases(press, desk, photo):
    """A release with everything, one with its words alone, and twelve more."""
    listed = PressReleaseIndexFactory(parent=press, introduction=RICH_TEXT, teaser="What we say on the record.")
    release = PressReleaseFactory(
        parent=listed,
        title="Every part & then some",
        slug="every-part",
        subhead="All that a release can have",
        kind=PressRelease.Kind.STATEMENT,
        published_on=datetime.date(2024, 3, 1),
        dateline_city="Aurora",
        dateline_state=Place.objects.get(name="Colorado"),
        lead_photo=photo,
        contact=desk,
        boilerplate=RICH_TEXT,
        notes_to_editors=RICH_TEXT,
        body=body_with_every_block(photo, press, _document()),
    )
    release.attachments.create(document=_document(), title="The list of towns")
    release.corrections.create(date=datetime.date(2024, 3, 2), text="<p>It was <b>eleven</b> towns.</p>")
    release.topics.add(TopicFactory(name="Press freedom"))
    release.places.add(Place.objects.get(name="Colorado"))
    release.save()
    PressReleaseFactory(parent=listed, title="Words of ours", slug="words-only", published_on=datetime.date(2023, 5, 1))
    for number in range(12):
        PressReleaseFactory(parent=listed, published_on=datetime.date(2022, 5, number + 1))


def _coverage(press, photo):
    """Twenty-two mentions: /press/in-the-news/everything/ has all that a mention can have, the others little."""
    coverage = NewsMentionIndexFactory(
        parent=press, teaser="What others write.", introduction="<p>Headlines lead to the outlet.</p>"
    )
    outlet = OutletFactory(name="The Example Tribune", slug="tribune")
    for number in range(21):
        published_on = datetime.date(2022 + number % 2, 5, number + 1)
        NewsMentionFactory(parent=coverage, outlet=outlet, published_on=published_on)
    mention = NewsMentionFactory(
        parent=coverage,
        title="What a council & its tenants can do about unaccountablerentsettingsoftware",
        slug="everything",
        teaser="Worth reading for the numbers & for who is quoted.",
        lead_photo=photo,
        outlet=OutletFactory(name="Example Public Radio & Television of the Upper Peninsula"),
        kind="op_ed",
        byline="Reporter One and Reporter Two",
        paywall=True,
        archive_url="https://archive.example.org/1",
        published_on=datetime.date(2024, 2, 3),
    )
    mention.topics.add(TopicFactory(name="Rents"))
    mention.places.add(PlaceFactory(name="River Town"))
    mention.save()


def _convenings(home_page, photo):
    """The one with everything, one of each other state, and twenty-one of former years."""
    ConveningIndexFactory(parent=home_page, teaser="Where members meet.", introduction=RICH_TEXT)
    convening = a_convening(photo)
    convening.topics.add(TopicFactory(name="Budgets"))
    convening.save()
    soon = timezone.localdate() + datetime.timedelta(days=40)
    for status in Status:
        ConveningFactory(name=f"A convening, {status.label.lower()}", starts_on=soon, ends_on=soon, status=status)
    for number in range(21):
        day = datetime.date(2021 + number // 8, 6, number + 1)
        ConveningFactory(name=f"A former convening, {number}", starts_on=day, ends_on=day)
    post, release = BlogPost.objects.get(slug="words-only"), PressRelease.objects.get(slug="words-only")
    for page in (post, release):
        page.convening = convening
        page.save()


def _settings(about, photo):
    settings = SiteSettings.for_site(Site.objects.get())
    settings.tagline = "Local officials, together"
    settings.default_share_image = photo
    settings.footer_links = [{"type": "link", "value": {"label": "", "page": about.pk, "url": ""}}]
    settings.social_links = [
        {"type": "link", "value": {"label": "Bluesky", "page": None, "url": "https://bsky.app/profile/example.org"}}
    ]
    settings.save()
