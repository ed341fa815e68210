"""What of the site counts on a desk: while something does, the desk can be neither deleted nor taken off the site.

A room whose content names desks registers a function that finds it; `refuse_if_needed` asks all of them. The model is
guarded by signals, so that it makes no difference whether the admin, a command or a script tries.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.db.models import QuerySet
from django.db.models.signals import pre_delete, pre_save
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Site
from wagtail.signals import pre_page_move

from core.publication import Refused
from media_inquiries.models import DeskSettings, MediaContact


class Dependent(NamedTuple):
    """Something live that shows a desk.

    Attributes:
        desk_id: the desk.
        title: what it is called in the admin.
        edit_url: where another desk can be chosen.
        page_id: if it is a page, its id: what goes together with the desk does not keep it.
    """

    desk_id: int
    title: str
    edit_url: str
    page_id: int | None = None


_finders = []


def register(find: Callable[[set[int]], Iterable[Dependent]]) -> None:
    """Add a function that gets ids of desks and yields a `Dependent` for each live thing that shows one of them."""
    _finders.append(find)


def dependents(desk_ids: Iterable[int], leaving: frozenset[int] = frozenset()) -> list[Dependent]:
    """Everything that counts on these desks, but for the pages whose ids are in `leaving`."""
    wanted = set(desk_ids)
    if not wanted:
        return []
    return [one for find in _finders for one in find(wanted) if one.page_id not in leaving]


class DeskNeeded(Refused):
    """Raised when a desk would leave the site that something live counts on."""

    def __init__(self, desk, found):
        self.instance = desk
        self.dependents = found
        names = ", ".join(str(one.title) for one in found)
        super().__init__(
            _("“%(desk)s” must stay on the site, because it is shown by: %(names)s.")
            % {"desk": desk.title, "names": names}
        )

    @property
    def explanation(self):
        """Which desk is needed, and where to choose another."""
        links = format_html_join(", ", '<a href="{}">{}</a>', ((one.edit_url, one.title) for one in self.dependents))
        return format_html(
            _("“{desk}” must stay on the site, because it is shown by: {links}. Choose another desk there first."),
            desk=self.instance.title,
            links=links,
        )


def refuse_if_needed(desks, leaving=frozenset()):
    """Raise `DeskNeeded` if something that is not itself leaving counts on one of these desks.

    Args:
        desks: a list of live `MediaContact`s.
        leaving: ids of the pages that are to go with them.

    Raises:
        DeskNeeded: for the first one that is needed.
    """
    found = dependents([desk.pk for desk in desks], leaving)
    for desk in desks:
        if its_own := [one for one in found if one.desk_id == desk.pk]:
            raise DeskNeeded(desk, its_own)


def refuse_removal(pages):
    """Raise `DeskNeeded` if with these pages, and those below them, a desk would go that something counts on."""
    leaving = Page.objects.none()
    for page in pages:
        leaving |= Page.objects.descendant_of(page, inclusive=True)
    ids = frozenset(leaving.values_list("pk", flat=True))
    refuse_if_needed(list(MediaContact.objects.live().filter(pk__in=ids)), ids)


def settings_with_desk(desk_ids):
    """The settings whose default desk is one of these."""
    for settings in DeskSettings.objects.filter(default_desk__in=desk_ids):
        edit_url = reverse("wagtailsettings:edit", args=["media_inquiries", "desksettings", settings.site_id])
        yield Dependent(settings.default_desk_id, gettext_lazy("the settings of the press desk"), edit_url)


# --- The guard of the model -------------------------------------------------------------------


def connect():
    """Connect the guard, and register the settings as the first that count on a desk."""
    register(settings_with_desk)
    pre_delete.connect(_before_delete, sender=MediaContact, dispatch_uid="media_inquiries.desk_delete")
    for sender in (Page, MediaContact):
        pre_save.connect(_before_save, sender=sender, dispatch_uid=f"media_inquiries.desk_save.{sender.__name__}")
    pre_page_move.connect(_before_move, dispatch_uid="media_inquiries.desk_move")


def _before_delete(instance, origin=None, **kwargs):
    leaving = {instance.pk}
    if isinstance(origin, QuerySet) and issubclass(origin.model, Page):
        leaving.update(origin.values_list("pk", flat=True))
    if instance.live:
        refuse_if_needed([instance], frozenset(leaving))


def _before_save(instance, raw=False, **kwargs):
    # A page that ends at a moment set before does end: else nothing else that is scheduled would happen either.
    if raw or instance.live or instance.expired or not instance.pk:
        return
    if desk := MediaContact.objects.live().filter(pk=instance.pk).first():
        refuse_if_needed([desk])


def _before_move(instance, parent_page_after, **kwargs):
    desks = list(MediaContact.objects.live().descendant_of(instance, inclusive=True))
    if desks and not any(parent_page_after.path.startswith(path) for path in _site_paths()):
        refuse_if_needed(desks)


def _site_paths():
    return Site.objects.values_list("root_page__path", flat=True)
