"""The corrections of Wagtail are still needed; what they do is tested where it shows."""

import pytest
from wagtail.contrib.redirects import signal_handlers
from wagtail.contrib.redirects.models import Redirect

from core import compat
from home.tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


def test_wagtail_still_creates_redirects_for_drafts(home_page, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(signal_handlers, "create_redirects", compat._create_redirects)
    draft = StandardPageFactory(parent=home_page, slug="first", live=False)
    draft.slug = "second"
    with django_capture_on_commit_callbacks(execute=True):
        draft.save()
    why = "Wagtail leaves drafts alone by itself now: remove `core.compat.create_redirects` and this test."
    assert Redirect.objects.exists(), why
