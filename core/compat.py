"""Corrections of Wagtail, each with the version that makes it unnecessary.

When that is installed, core/tests/test_compat.py fails and says what to remove.
"""

from copy import copy

from wagtail.contrib.redirects import signal_handlers

_create_redirects = signal_handlers.create_redirects


def connect():
    """Put the corrections in force; to be called once."""
    signal_handlers.create_redirects = create_redirects


def create_redirects(page, page_old, sites):
    """Create redirects as Wagtail does, but none from an address at which there never was a page to see.

    A draft would leave one at each change of its slug, and it would tell what the draft is called now. For Wagtail
    before 8.1, which creates redirects for live pages only.

    Args:
        page: the page as it is now.
        page_old: the page as it was before it got another address.
        sites: the sites for which redirects are wanted.
    """
    if page_old.live or page_old.first_published_at:
        _create_redirects(page, page_old, sites)
        return
    for child in page.get_children().specific():  # one that is live can be seen below a draft
        child_old = copy(child)
        child_old.url_path = page_old.url_path + child.url_path[len(page.url_path) :]
        create_redirects(child, child_old, sites)
