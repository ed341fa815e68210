"""Who may fetch a document: a file is as public as what shows it.

A document that only drafts and scheduled pages use is not served, although its address can be guessed; nor is one
that nothing uses. See docs/decisions/0014-embargo.md.
"""

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from django.http import Http404
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex
from wagtail.permissions import policy_registry

from images.models import Photo
from page_cache import remember

from .querysets import public
from .references import references_in, without_unpublished


def refuse_document(document, request):
    """Answer 404 to whoever may not have the document yet; for the hook `before_serve_document`."""
    if not (is_public(document) or _may_handle(request.user, document) or _is_on_page_open_to(request, document)):
        raise Http404


def is_public(thing):
    """Whether anybody can see a page, a snippet or a setting that uses it.

    Args:
        thing: a document or a photo.
    """
    users = list(_users(thing))
    pages = [pk for model, pk in users if model is Page]
    return Page.objects.filter(public(), pk__in=pages).exists() or any(
        _is_live(model, pk) for model, pk in users if model is not Page
    )


def open_documents(documents):
    """Those of these documents to which a public text may lead: none whose collection has a privacy setting.

    At most one query, remembered until the site changes.
    """
    private = remember("private collections", _find_private_collections)
    return [document for document in documents if document.collection_id not in private]


def _find_private_collections():
    """The ids of the collections with a privacy setting on them or above them."""
    above = CollectionViewRestriction.objects.filter(
        collection__path=Substr(OuterRef("path"), 1, Length("collection__path"))
    )
    return frozenset(Collection.objects.filter(Exists(above)).values_list("pk", flat=True))


def used_by(page):
    """The photos and documents that a page uses, in fields, texts and rows that belong to it.

    Args:
        page: a page as its page type has it; a draft is looked at as it is, saved or not.

    Returns:
        a set of photos and documents.
    """
    return {
        file for model in (Photo, get_document_model()) for file in model.objects.filter(pk__in=ids_in(page, model))
    }


def ids_in(thing, model):
    """Return the ids of all things of a model that a page, snippet or setting refers to as it is, saved or not."""
    is_cluster = isinstance(thing, ClusterableModel)  # settings are none
    content = thing.serializable_data() if is_cluster else get_serializable_data_for_fields(thing)
    named = references_in(type(thing), content)
    # Whoever writes HTML by hand may write anything for an id.
    return {int(pk) for other, pk, _path in named if issubclass(other, model) and str(pk).isdecimal()}


def _users(thing):
    """Pairs of model and id for all that uses it, as far as it is published or a draft that never was."""
    rows = without_unpublished(ReferenceIndex.get_references_to(thing)).values_list(
        "base_content_type__app_label", "base_content_type__model", "object_id"
    )
    for app_label, model_name, pk in rows.distinct():
        yield apps.get_model(app_label, model_name), pk


def _is_live(model, pk):
    has_drafts = any(field.name == "live" for field in model._meta.get_fields())
    return model._base_manager.filter(pk=pk, **({"live": True} if has_drafts else {})).exists()


def _may_handle(user, document):
    policy = policy_registry.get_by_type(get_document_model())
    actions = ["add", "change", "choose", "delete"]
    return user.is_authenticated and policy.user_has_any_permission_for_instance(user, actions, document)


def _is_on_page_open_to(request, document):
    """Whether a private page uses it that this visitor has opened."""
    pages = Page.objects.live().filter(pk__in=[pk for model, pk in _users(document) if model is Page])
    return any(
        all(restriction.accept_request(request) for restriction in page.get_view_restrictions()) for page in pages
    )


def delete_file_of(instance, **kwargs):
    """Delete the `file` of a row that has been deleted, once that is certain; for Django's signal `post_delete`."""
    file = instance.file
    transaction.on_commit(lambda: file.storage.delete(file.name))
