"""What something uses cannot be deleted, wherever it is used: in what is live, in a draft, in a scheduled version."""

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, RevisionMixin
from wagtail.snippets.models import get_snippet_models

from core.publication import Refused
from core.uses import kept_models, uses_of
from images.models import ImageCaption
from tests.references import VERSIONS, Targets, filled, give, make_source

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


def is_kept(target, model, path):
    """Whether it stays: all but pages that a text or a block leads to."""
    return not (isinstance(target, Page) and isinstance(model._meta.get_field(path.split(".")[0]), StreamField))


@pytest.mark.parametrize(("model", "version"), VERSIONS, ids=[f"{model.__name__}-{v}" for model, v in VERSIONS])
def test_what_is_used_is_not_deleted_and_its_use_is_named(home_page, blog, model, version):
    source, targets = make_source(model, home_page), Targets(blog)
    give(source, filled(model, targets), version)
    for path, target in targets.made.items():
        assert [use.title for use in uses_of(target)] == ["The source"], path
        assert ReferenceIndex.get_grouped_references_to(target).count() == 1, path
        assert (uses_of(target)[0].state == "") == (version == "live"), path
        if not is_kept(target, model, path):
            continue
        with pytest.raises((Refused, ProtectedError)), transaction.atomic():
            target.delete()
        with pytest.raises((Refused, ProtectedError)), transaction.atomic():
            type(target).objects.filter(pk=target.pk).delete()
        assert type(target).objects.filter(pk=target.pk).exists(), path


@pytest.mark.parametrize(("model", "version"), VERSIONS, ids=[f"{model.__name__}-{v}" for model, v in VERSIONS])
def test_what_is_no_longer_used_is_deleted(home_page, blog, model, version):
    source, targets = make_source(model, home_page), Targets(blog)
    empty = source.serializable_data() if isinstance(source, RevisionMixin) else None
    give(source, filled(model, targets), version)
    source = model.objects.get(pk=source.pk)
    if empty is None:
        source.delete()
    else:
        give(source, empty, "live")
        source = model.objects.get(pk=source.pk)
        revision = source.save_revision(clean=False)
        source.revisions.exclude(pk=revision.pk).update(approved_go_live_at=None)
        source.save_revision(clean=False)
    for path, target in targets.made.items():
        assert not uses_of(target), path
        target.delete()


def test_every_snippet_stays_while_it_is_used():
    assert set(get_snippet_models()) - {ImageCaption} <= set(kept_models())
