"""Makes the press page of the demo, its desk and the coverage by others."""

from datetime import time

from django.contrib.auth import get_user_model
from django.utils.text import slugify

from core.models import Place, Topic
from home.demo import releases
from home.demo.content import coverage, press
from media_inquiries.models import ClosedDay, ContactPerson, DeskSettings, MediaContact, OfficeHours
from news.models import NewsMention, NewsMentionIndex, Outlet
from press.models import PressIndex


def add_pages(loader, home):
    """Put all pages of the press room below home, unpublished and without text."""
    page = PressIndex(title=press.PRESS_TITLE, slug="press", show_in_menus=True, teaser=press.PRESS_TEASER)
    loader.add(home, page)
    desk = MediaContact(title=press.DESK_TITLE, slug="media-inquiries", teaser=press.DESK_TEASER, **press.DESK)
    loader.add(page, desk)
    releases.add_pages(loader, page)
    listed = NewsMentionIndex(title=coverage.COVERAGE_TITLE, slug="in-the-news", teaser=coverage.COVERAGE_TEASER)
    loader.add(page, listed)
    for written in coverage.MENTIONS:
        loader.add(listed, NewsMention(title=written.title, slug=slugify(written.title)))


def written_pages(loader):
    """Both pages with everything on them, ready to be published, the desk first."""
    desk, page = loader.pages[press.DESK_TITLE], loader.pages[press.PRESS_TITLE]
    first, last, opens, closes = press.HOURS
    desk.office_hours = [OfficeHours(first_day=first, last_day=last, opens=time(opens), closes=time(closes))]
    desk.closed_days = [ClosedDay(date=day, name=name) for day, name in press.holidays(loader.today)]
    desk.people = [person(officer) for officer in press.OFFICERS]
    page.sections = loader.stored(press.SECTIONS)
    return [desk, page]


def person(officer: press.Officer) -> ContactPerson:
    """Somebody at the desk, not saved yet."""
    made = ContactPerson(
        name=officer.name,
        role=officer.role,
        phone=officer.phone,
        languages=officer.languages,
        user=get_user_model().objects.filter(username=officer.account).first(),
    )
    made.topics = Topic.objects.filter(name__in=officer.topics)
    made.places = Place.objects.filter(name__in=officer.places)
    return made


def choose_desk(site, desk):
    """Make it the default desk of the site."""
    settings = DeskSettings.for_site(site)
    settings.default_desk = desk
    settings.save()


def written_coverage(loader):
    """The list of coverage and every mention, ready to be published."""
    for name, home_page in coverage.OUTLETS.items():
        Outlet.objects.get_or_create(name=name, defaults={"home_page": home_page})
    listed = loader.pages[coverage.COVERAGE_TITLE]
    listed.introduction = coverage.COVERAGE_INTRODUCTION
    return [listed, *(write_mention(loader, written) for written in coverage.MENTIONS)]


def write_mention(loader, written: coverage.Mention):
    """A mention with everything on it."""
    mention = loader.pages[written.title]
    mention.outlet = Outlet.objects.get(name=written.outlet)
    mention.article_url = f"{mention.outlet.home_page}{mention.slug}/"
    mention.archive_url = f"https://archive.example.org/{mention.slug}/" if written.has_archive else ""
    mention.kind, mention.byline, mention.paywall = written.kind, written.byline, written.paywall
    mention.published_on = written.day(loader.today)
    mention.teaser = written.note
    mention.lead_photo_id = loader.ids[written.picture]
    mention.photo_permission = "Our own illustration."
    mention.topics = Topic.objects.filter(name__in=written.topics)
    mention.places = Place.objects.filter(name__in=written.places)
    return mention
