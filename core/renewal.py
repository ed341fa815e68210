"""When a term gets other words, what has the term is still found by the old ones, and share cards still show them.

Which models that concerns, their `search_fields` say: those that have the words of a term there (`RelatedFields`).
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_save, pre_delete, pre_save
from modelsearch.index import RelatedFields, get_indexed_models

from .models.taxonomy import Term
from .signals import words_changed

BATCH = 200  # things that one task renews


def connect():
    """Connect the handlers of this module, once all models are known."""
    for model in get_indexed_models():
        if issubclass(model, Term) and holders(model):
            pre_save.connect(_remember_words, sender=model, dispatch_uid="core.renewal.before")
            post_save.connect(_compare_words, sender=model, dispatch_uid="core.renewal.after")
            pre_delete.connect(_deleted, sender=model, dispatch_uid="core.renewal.deleted")


def holders(term_model):
    """Pairs of model and name of the relation through which its things have the words of such terms."""
    return [
        (model, field.field_name)
        for model in get_indexed_models()
        for field in model.get_search_fields()
        if isinstance(field, RelatedFields) and field.get_field(model).related_model is term_model
    ]


def _remember_words(instance, raw, **kwargs):
    saved = type(instance).objects.filter(pk=instance.pk) if instance.pk and not raw else None
    instance.saved_words = saved and saved.values_list(*instance.words).first()


def _compare_words(instance, **kwargs):
    if instance.saved_words and instance.saved_words != tuple(getattr(instance, name) for name in instance.words):
        _renew(instance)


def _deleted(instance, **kwargs):
    _renew(instance)


def _renew(term):
    """Have the queue renew what has a term, after the transaction."""
    from .tasks import renew

    for model, relation in holders(type(term)):
        ids = list(model.objects.filter(**{relation: term.pk}).order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(ids), BATCH):
            transaction.on_commit(partial(renew.enqueue, model._meta.label, ids[start : start + BATCH]))


def renew(model, ids):
    """Tell those who keep the words of things of a model that they have changed."""
    found = list(model.get_indexed_objects().filter(pk__in=ids))
    if found:
        words_changed.send(model, instances=found)
