"""Copies and aliases: none is public unless what it is made from is.

Wagtail copies what it is given: with the “publish” of the copy form, or by default in a script, a draft may get the
marks of a page that was published, its schedule, and its words although the public sees others. See
docs/decisions/0023-copies-and-aliases.md.
"""

from functools import wraps

from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page


def connect():
    """Have every way to copy pages follow the rule: forms, scripts, the admin's API; to be called once."""
    CopyPageAction._copy_page = _copy(CopyPageAction._copy_page)
    CreatePageAliasAction._create_alias = _alias(CreatePageAliasAction._create_alias)


def public_version(page):
    """Return the page as the public sees it, from the database; None if the public does not see it."""
    stored = Page.objects.filter(pk=page.pk, live=True).first()
    return stored.specific if stored and not stored.specific.get_view_restrictions() else None


def _copy(wagtail_copy):
    """Wrap `CopyPageAction._copy_page`, which copies one page and calls itself for those below."""

    @wraps(wagtail_copy)
    def copy_page(action, page, to=None, update_attrs=None, exclude_fields=None, **kwargs):
        wanted = vars(action).setdefault("_wants_live", action.keep_live)
        public = public_version(page) if wanted else None
        if public is None:
            exclude_fields = [*(exclude_fields or []), *getattr(page.specific, "schedule_fields", [])]
            update_attrs = update_attrs and {name: value for name, value in update_attrs.items() if name != "live"}
        outer = action.page, action.keep_live
        # Wagtail gives each page below the privacy settings of `action.page`.
        action.page, action.keep_live = page, public is not None
        try:
            return wagtail_copy(action, public or page, to, update_attrs, exclude_fields, **kwargs)
        finally:
            action.page, action.keep_live = outer

    return copy_page


def _alias(wagtail_alias):
    """Wrap `CreatePageAliasAction._create_alias`: an alias of a live page shows what is live, not a draft at hand."""

    @wraps(wagtail_alias)
    def create_alias(action, page, **kwargs):
        stored = Page.objects.filter(pk=page.pk, live=True).first()
        return wagtail_alias(action, stored.specific if stored else page, **kwargs)

    return create_alias
