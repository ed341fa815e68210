"""What Wagtail notes of everything saved: its words, to be searched for, and what it refers to ("usage").

That takes more than a third of the time of the tests, and few of them look anything up. Those say so with
`@pytest.mark.indexes`; during the others nothing is noted, and who looks something up all the same fails.
"""

from contextlib import contextmanager

import pytest


@contextmanager
def left_alone():
    """Note nothing, and let nobody look anything up."""
    from modelsearch import index
    from modelsearch import signal_handlers as words
    from modelsearch.backends.base import BaseSearchBackend
    from wagtail import signal_handlers as references
    from wagtail.models import ReferenceIndex

    from core import uses

    refused = []

    def refuse(*args, **kwargs):
        refused.append(args)
        pytest.fail("This looks up what is noted only for tests with @pytest.mark.indexes: words, or references.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "insert_or_update_object_task", _Idle)
        patch.setattr(index, "remove_object", _idle)
        patch.setattr(BaseSearchBackend, "_search", refuse)
        patch.setattr(references, "update_reference_index_task", _Idle)
        patch.setattr(ReferenceIndex, "create_or_update_for_object", _idle)
        patch.setattr(ReferenceIndex, "remove_for_object", _idle)
        patch.setattr(ReferenceIndex, "remove_references_to", _idle)
        patch.setattr(uses, "_uses_that_keep", lambda *args: [])
        patch.setattr(type(ReferenceIndex.objects), "get_queryset", refuse)
        yield
    if refused:  # said once more, for tasks and servers get over any failure
        pytest.fail("Something was looked up that is noted only for tests with @pytest.mark.indexes.")


class _Idle:
    """A task that does nothing."""

    @staticmethod
    def enqueue(*args):
        pass


def _idle(thing):
    pass
