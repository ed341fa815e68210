"""Bulk actions that take each page or snippet by itself: what can be done is done, the rest is named with reasons."""

import logging
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import ProtectedError, RestrictedError
from django.template.response import TemplateResponse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.utils import get_latest_str
from wagtail.admin.views.bulk_action.mixins import ReferenceIndexMixin
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction as DeletePages
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction as MovePages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction as UnpublishPages
from wagtail.documents.views.bulk_actions.delete import DeleteBulkAction as DeleteDocuments
from wagtail.images.views.bulk_actions.delete import DeleteBulkAction as DeleteImages
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction as DeleteSnippets
from wagtail.users.views.bulk_actions.delete import DeleteBulkAction as DeleteUsers

from .publication import Refused
from .reasons import reason
from .uses import InUse, explain_protection

EXPECTED = (ValidationError, ProtectedError, RestrictedError, PermissionDenied)

logger = logging.getLogger(__name__)


class OneByOne:
    """Mixin, before a `BulkAction`: what refuses stops nothing else, and stays selected for another try."""

    def form_valid(self, form):
        """Do it; show what refused, with its reasons, instead of leaving."""
        self.refused = []
        response = super().form_valid(form)
        return self._show_refused() if self.refused else response

    def get_execution_context(self):
        """Add the list that `execute_action` fills."""
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(cls, objects, refused=None, **kwargs):
        """Do it with each object in a transaction of its own.

        Args:
            objects: what was selected.
            refused: a list, to which pairs of an object and what it raised are added; without it, that is raised.
        """
        parents = children = 0
        for instance in objects:
            try:
                with transaction.atomic():
                    done = super().execute_action([instance], **kwargs)
            except Exception as error:
                if refused is None:
                    raise
                refused.append((instance, error))
            else:
                parents, children = parents + done[0], children + done[1]
        return parents, children

    def get_success_message(self, num_parent_objects, num_child_objects):
        """As always, about what was done; none where nothing was."""
        if not num_parent_objects and not num_child_objects:
            return None
        refused = [id(instance) for instance, _error in self.refused]
        self.actionable_objects = [one for one in self.actionable_objects if id(one) not in refused]
        return super().get_success_message(num_parent_objects, num_child_objects)

    def _show_refused(self):
        ids = [("id", instance.pk) for instance, _error in self.refused]
        finder = AdminURLFinder(self.request.user)
        context = {
            "title": self.display_name,
            "lines": [(get_latest_str(one), finder.get_edit_url(one), _words(error)) for one, error in self.refused],
            "retry_url": f"{self.request.path}?{urlencode([*ids, ('next', self.next_url)])}",
            "next": self.next_url,
        }
        return TemplateResponse(self.request, "admin/bulk_refused.html", context)


def _words(error):
    if not isinstance(error, EXPECTED):
        logger.error("A bulk action failed.", exc_info=error)
    if isinstance(error, ProtectedError) and error.protected_objects:
        return explain_protection(error)
    return error.reasons if isinstance(error, Refused) else reason(error)


class PublishPages(OneByOne, PublishBulkAction):
    """Publish pages, and the drafts below them each by itself."""

    @classmethod
    def execute_action(cls, objects, include_descendants=False, **kwargs):
        """Publish; a draft below a page that refuses is published all the same."""
        parents = children = 0
        for page in objects:
            parents += super().execute_action([page], **kwargs)[0]
            drafts = cls._drafts_below(page, kwargs.get("user")) if include_descendants else []
            children += super().execute_action(drafts, **kwargs)[0]
        return parents, children

    @staticmethod
    def _drafts_below(page, user):
        drafts = page.get_descendants().not_live()
        return [draft for draft in drafts if user is None or draft.permissions_for_user(user).can_publish()]


class DeleteOneByOne(OneByOne):
    """Likewise for deleting: what is in use stays, unless what uses it goes too."""

    def annotate_items(self, items):
        """Let the form be sent as long as something can be deleted."""
        items = super().annotate_items(items)
        self.is_protected = bool(items) and all(_is_protected(one) for one in items)
        return items

    @classmethod
    def execute_action(cls, objects, refused=None, **kwargs):
        """Delete; once more what refused, for what was in its way may be gone."""
        first = [] if refused is None else refused
        free = [one for one in objects if not _is_protected(one)]
        done = super().execute_action(free, refused=first, **kwargs)
        if first and done[0]:
            again = [one for one, _error in first]
            first.clear()
            more = super().execute_action(again, refused=first, **kwargs)
            done = done[0] + more[0], done[1] + more[1]
        first += [(one, InUse(one)) for one in objects if _is_protected(one)]
        return done


def _is_protected(instance):
    """Whether the reference index knows of a use that forbids to delete it; see `ReferenceIndexMixin`."""
    uses = getattr(instance, "_usage_references", None)
    return uses is not None and uses.is_protected


def action_classes() -> list[type]:
    """Return a class for every bulk action that can be refused, to be registered in place of Wagtail's."""
    own = [PublishPages]
    for action in (UnpublishPages, MovePages, DeletePages, DeleteSnippets, DeleteImages, DeleteDocuments, DeleteUsers):
        mixin = DeleteOneByOne if issubclass(action, ReferenceIndexMixin) else OneByOne
        own.append(type(action.__name__, (mixin, action), {}))
    return own
