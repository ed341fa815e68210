"""Makes the press releases of the demo."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from core.models import Place, Topic
from home.demo.body import ConveningNamed, FileNamed
from home.demo.content import releases
from press.models import Correction, PressRelease, PressReleaseIndex, ReleaseAttachment

ZONE = "America/New_York"


def add_pages(loader, press_page):
    """Put the list and the releases below the press page, unpublished and without text."""
    listed = PressReleaseIndex(
        title=releases.RELEASES_TITLE,
        slug="releases",
        teaser=releases.RELEASES_TEASER,
        introduction=releases.RELEASES_INTRODUCTION,
    )
    loader.add(press_page, listed)
    for release in releases.RELEASES:
        loader.add(listed, PressRelease(title=release.title, slug=release.slug, kind=release.kind))


def written_pages(loader):
    """The list and every release with everything on them, ready to be published."""
    yield loader.pages[releases.RELEASES_TITLE]
    for release in releases.RELEASES:
        yield _written(loader, release)


def _written(loader, release):
    page = loader.pages[release.title]
    page.teaser, page.subhead = release.teaser, release.subhead
    moment = datetime.combine(release.day(loader.today), time(9), ZoneInfo(ZONE))
    if not release.is_embargoed:
        page.published_at = min(moment, timezone.now())
    page.dateline_city, page.dateline_state = release.city, Place.objects.get(name=release.state, state=None)
    page.lead_photo_id = loader.ids.get(release.picture)
    page.topics = Topic.objects.filter(name__in=release.topics)
    page.places = Place.objects.filter(name__in=release.places)
    page.body = loader.stored(release.body)
    page.convening_id = loader.ids.get(ConveningNamed(release.convening))
    page.notes_to_editors = release.notes
    page.attachments = [ReleaseAttachment(document_id=loader.ids[FileNamed(name)]) for name in release.files]
    if release.correction:
        page.corrections = [Correction(date=moment.date() + timedelta(days=1), text=release.correction)]
    if release.is_embargoed:
        page.timing = PressRelease.Timing.EMBARGOED
        page.embargo_zone = ZONE
        page.embargo_until = moment
        page.go_live_at = page.embargo_until
    return page
