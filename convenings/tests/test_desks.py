"""A desk that a live convening names stays on the site."""

import pytest

from media_inquiries.desk.dependents import DeskNeeded
from media_inquiries.tests.factories import MediaContactFactory

from .factories import ConveningFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(home_page):
    return MediaContactFactory(parent=home_page)


def test_it_stays_while_a_live_convening_names_it(desk):
    convening = ConveningFactory(name="LP2093", contact=desk)
    with pytest.raises(DeskNeeded, match="shown by: LP2093") as refusal:
        desk.unpublish()
    assert f"/admin/snippets/convenings/convening/edit/{convening.pk}/" in refusal.value.explanation
    convening.unpublish()
    desk.unpublish()
    assert not desk.live


def test_a_draft_does_not_keep_it(desk):
    ConveningFactory(contact=desk, live=False)
    desk.unpublish()
    assert not desk.live
