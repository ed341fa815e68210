"""What a schedule locks, and what not."""

from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import PagePermissionTester

from .time_zones import in_words


class ScheduleLock(ScheduledForPublishLock):
    """Wagtail's lock of what is scheduled, which says the hour with its time zone and how to change something."""

    def get_message(self, user):
        """When it goes live, and what to do before a change."""
        revision = self.object.scheduled_revision
        return format_html(
            _("“{title}” goes live on {moment}. To change it, cancel the schedule first."),
            title=revision.object_str,
            moment=in_words(revision.approved_go_live_at),
        )


class ScheduleLockMixin:
    """Mixin, before `DraftStateMixin` or `Page`: has the lock of a schedule be a `ScheduleLock`."""

    def get_lock(self):
        """As always, but for the words of the lock."""
        lock = super().get_lock()
        return ScheduleLock(self) if type(lock) is ScheduledForPublishLock else lock


class PagePermissions(PagePermissionTester):
    """What somebody may do with a page: a live one can be taken down although a later version is scheduled.

    Wagtail asks to cancel the schedule first, without saying so. Unpublishing cancels it anyway.
    """

    @cached_property
    def _lock(self):
        return self.page.get_lock()

    def page_locked(self):
        """Whether the person may not change it."""
        return self._lock and self._lock.for_user(self.user)

    def can_unpublish(self):
        """As always, but for the lock of a schedule."""
        if isinstance(self._lock, ScheduledForPublishLock):
            return bool(self.page.live) and self.can_publish()
        return super().can_unpublish()
