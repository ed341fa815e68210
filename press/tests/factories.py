"""Press pages for tests."""

import factory
import wagtail_factories

from core.moments import at_noon
from press.models import PressIndex, PressRelease, PressReleaseIndex


class PressIndexFactory(wagtail_factories.PageFactory):
    """A press page; give it a `parent`."""

    class Meta:
        model = PressIndex

    title = "Press"
    slug = "press"
    show_in_menus = True


class PressReleaseIndexFactory(wagtail_factories.PageFactory):
    """A list of releases; give it a `parent`."""

    class Meta:
        model = PressReleaseIndex

    title = "Press releases"
    slug = "releases"


class PressReleaseFactory(wagtail_factories.PageFactory):
    """A published release; give it a `parent`."""

    class Meta:
        model = PressRelease

    title = factory.Sequence(lambda number: f"Release {number}")
    slug = factory.Sequence(lambda number: f"release-{number}")
    teaser = "What was decided, and what it means."
    dateline_city = "Denver"
    published_at = factory.LazyAttribute(lambda release: release.published_on and at_noon(release.published_on))
    body = factory.LazyFunction(lambda: [{"type": "paragraph", "value": "<p>Words of the release.</p>"}])

    class Params:
        published_on = None
