"""What forms ask for: details of an article, a new outlet, what a series proposes for its next issue."""

from functools import wraps

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.images.widgets import AdminImageChooser
from wagtail.permissions import policy_registry

from texts.clean import clean_line, cleaned

from .article.address import host_of, key_of
from .article.details import read_details
from .article.fetch import NotFetched, fetch
from .forms import already_listed
from .models import BlogPost, NewsMention, Outlet, Series


def _for_those_who(*actions, model):
    """A view for people who may do one of these things with a model; others are refused."""

    def decorate(view):
        @require_POST
        @wraps(view)
        def checked(request):
            if not policy_registry.get_by_type(model).user_has_any_permission(request.user, actions):
                raise PermissionDenied
            return view(request)

        return checked

    return decorate


@_for_those_who("add", "change", model=NewsMention)
def article_details(request):
    """What the article at the posted `address` says about itself; `mention` is the id of the page, if it has one.

    Answers with `fields` (by name), `outlet` (one that exists, for the chooser) or `new_outlet` (name and home page
    to add), or else with a `sentence` (HTML) that says why there is nothing.
    """
    address = clean_line(request.POST.get("address", "")).strip()
    own = request.POST.get("mention", "")
    others = NewsMention.objects.exclude(pk=int(own) if is_id(own) else None)
    if first := others.of_article(key_of(address)).first():
        return JsonResponse({"sentence": already_listed(first)})
    try:
        document = fetch(address)
    except NotFetched as error:
        return JsonResponse({"sentence": f"{error} {_('Please fill in the fields yourself.')}"})
    details = read_details(document)
    published_on = details.published_on.isoformat() if details.published_on else ""
    fields = {"title": details.headline[:255], "byline": details.byline[:200], "published_on": published_on}
    outlet = _outlet(clean_line(details.outlet), document.address, request.user)
    return JsonResponse({"fields": cleaned(fields), **outlet})


def is_id(text):
    """Whether a posted text can be the id of something."""
    return text.isascii() and text.isdigit() and len(text) < 10


def _outlet(name, address, user):
    """The outlet of an article by the host it lies on, else by its name; or one to add."""
    host = host_of(address)
    outlets = [(host_of(outlet.home_page), outlet) for outlet in Outlet.objects.exclude(home_page="")]
    # The longest host wins, so that a site below another's name is told from it.
    outlets = [(known, outlet) for known, outlet in outlets if known and f".{host}".endswith(f".{known}")]
    found = max(outlets, key=lambda one: len(one[0]), default=(None, None))[1]
    found = found or (name and Outlet.objects.filter(name__iexact=name).first())
    if found:
        return {"outlet": chosen(found)}
    if not name or not policy_registry.get_by_type(Outlet).user_has_permission(user, "add"):
        return {}
    scheme = address.split(":")[0]
    return {"new_outlet": {"name": name[:100], "home_page": f"{scheme}://{host}/"}}


@_for_those_who("add", "change", model=BlogPost)
def series_proposal(request):
    """What the posted `series` (an id) proposes for an issue: `title_pattern`, and `photo` for the chooser or null."""
    pk = request.POST.get("series", "")
    found = Series.objects.select_related("default_photo").filter(pk=int(pk) if is_id(pk) else None).first()
    photo = found and found.default_photo
    return JsonResponse(
        {
            "title_pattern": found.title_pattern if found else "",
            "photo": photo and AdminImageChooser().get_value_data_from_instance(photo),
        }
    )


def chosen(outlet):
    """An outlet as Wagtail's chooser shows it."""
    edit_url = reverse(Outlet.snippet_viewset.get_url_name("edit"), args=[outlet.pk])
    return {"id": outlet.pk, "string": str(outlet), "edit_url": edit_url}


@_for_those_who("add", model=Outlet)
def add_outlet(request):
    """Add an outlet by its posted `name` and `home_page`, and answer with it, or with a `sentence`."""
    name = clean_line(request.POST.get("name", "")).strip()
    outlet = Outlet.objects.filter(name__iexact=name).first() or Outlet(
        name=name, home_page=clean_line(request.POST.get("home_page", ""))
    )
    if outlet.pk is None:
        try:
            outlet.full_clean()
        except ValidationError as error:
            return JsonResponse({"sentence": " ".join(error.messages)})
        outlet.save()
    return JsonResponse({"outlet": chosen(outlet)})
