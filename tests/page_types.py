"""Every page type of the site with a factory that makes one: for tests of what holds for all of them."""

import importlib
from datetime import timedelta

from django.apps import apps
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, get_page_models
from wagtail_factories import PageFactory

from press.models import PressRelease

PAGE_TYPES = [model for model in get_page_models() if model is not Page]
CHILD_TYPES = [model for model in PAGE_TYPES if Page not in model.allowed_parent_page_models()]


def make(model, **fields):
    """Make a page of a type below a live page at which there may be one; that is made too, where there is none."""
    return _factories()[model](parent=parent_of(model), **fields)


def parent_of(model):
    """A live page below which there may be one of a type."""
    parents = model.allowed_parent_page_models()
    if Page in parents:
        return Page.objects.get(depth=1)
    found = Page.objects.live().filter(alias_of=None).type(tuple(parents)).order_by("path").first()
    return found or make(parents[0])


def publish(page):
    """Publish the newest draft of a page, or schedule it; the publication rules are not asked."""
    PublishPageRevisionAction(page.save_revision()).execute(skip_permission_checks=True)
    return fresh(page)


def schedule(page, moment):
    """Have a page go live at a moment; a release by its embargo."""
    set_schedule(page, moment)
    return publish(page)


def set_schedule(page, moment):
    """Set the moment on a page that is not saved yet."""
    page.go_live_at = moment
    if isinstance(page, PressRelease):
        page.timing, page.embargo_until = "embargoed", moment


def fresh(page):
    """The page as the database has it."""
    return type(page)._base_manager.get(pk=page.pk)


def in_a_day():
    """A moment to come, to the minute."""
    return (timezone.now() + timedelta(days=1)).replace(second=0, microsecond=0)


def _factories():
    for name in {apps.get_app_config(model._meta.app_label).name for model in PAGE_TYPES}:
        importlib.import_module(f"{name}.tests.factories")
    return {factory._meta.model: factory for factory in _below(PageFactory)}


def _below(cls):
    for one in cls.__subclasses__():
        yield one
        yield from _below(one)
