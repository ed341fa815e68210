"""Drawing the share cards of pages, away from any request.

A page has one while it is public and nothing else stands for it: no share image, no lead photo. Everybody may fetch
the file who knows its address, so there is none of what is not public.
"""

import hashlib
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.utils.formats import date_format
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.signals import page_published, page_unpublished

from page_cache import changed

from .files import delete_file_of
from .models import BasePage, ShareCard, SiteSettings
from .moments import DAY
from .querysets import IsPublic
from .registry import kinds
from .share_images import headline_card, png
from .signals import words_changed

_LOOK = 1  # counted up when cards look different, so that all are drawn anew


def connect():
    """Connect the handlers of this module."""
    for model in _models():
        page_published.connect(_published, sender=model, dispatch_uid=f"core.share_card.published.{model.__name__}")
        page_unpublished.connect(remove_outdated, sender=model, dispatch_uid=f"core.share_card.{model.__name__}")
    words_changed.connect(_renewed, dispatch_uid="core.share_card.renewed")
    post_save.connect(_restricted, sender=PageViewRestriction, dispatch_uid="core.share_card.restricted")
    post_delete.connect(delete_file_of, sender=ShareCard, dispatch_uid="core.share_card.file")


def _models():
    return [model for model in get_page_models() if issubclass(model, BasePage) and model.draws_share_card]


def _published(instance, **kwargs):
    """Take a card of other words away at once, and have the right one drawn."""
    from .tasks import draw_share_card

    if remove_outdated(instance):
        transaction.on_commit(partial(draw_share_card.enqueue, instance.pk))


def _renewed(sender, instances, **kwargs):
    """Have the cards drawn anew of pages that show a word of a term, such as the name of their series."""
    if sender in _models():
        for page in instances:
            _published(page)


def _restricted(instance, raw=False, **kwargs):
    """Take the cards away of pages that are no longer for everybody."""
    if not raw:
        _delete(ShareCard.objects.exclude(IsPublic("page__path")))


def _delete(cards):
    if cards.delete()[0]:
        changed()


def lacking():
    """The ids of public pages that have no card of today's look and need one, newest first."""
    drawn = ShareCard.objects.filter(digest__startswith=f"{_LOOK}:").values("page")
    rows = [
        row for model in _models() for row in _in_need(model).exclude(pk__in=drawn).values_list("published_at", "pk")
    ]
    return [pk for _moment, pk in sorted(rows, key=lambda row: (str(row[0] or ""), row[1]), reverse=True)]


def _in_need(model):
    return model.objects.published().filter(share_image=None, lead_photo=None)


def draw(page_id):
    """Have a page show the right card; one that is right already stays at its address.

    Returns:
        whether one was drawn. A page deleted in the meantime is no error.
    """
    with transaction.atomic():
        page = Page.objects.select_for_update().filter(pk=page_id).first()  # so that nobody unpublishes it meanwhile
        content = page and remove_outdated(page.specific)
        if not content:
            return False
        card = ShareCard(page_id=page_id, digest=_digest(content), alt=content[0])
        card.file.save("card.png", ContentFile(png(headline_card(*content))))
        changed()
        return True


def remove_outdated(instance, **kwargs):
    """Remove the card of a page, with its file, if it does not show what the page says now, or must show nothing.

    Returns:
        what must be drawn: headline, kind, date and organization; None if nothing must.
    """
    page = instance
    wanted = _in_need(type(page)).filter(pk=page.pk).exists()
    content = _content(page) if wanted else None
    cards = ShareCard.objects.filter(page=page.pk)
    if content and cards.filter(digest=_digest(content)).exists():
        return None
    _delete(cards)
    return content


def _content(page):
    kind = page.kicker or next(str(kind.singular) for kind in kinds() if isinstance(page, kind.models))
    organization = SiteSettings.for_site(page.get_site()).organization_name
    return page.title, kind, date_format(page.published_on, DAY) if page.published_on else "", organization


def _digest(content):
    return f"{_LOOK}:{hashlib.sha256(chr(0).join(content).encode()).hexdigest()}"
