"""Convenings as editors send and save them."""

from django.contrib.auth.models import Group, User
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from convenings.models import Convening

from .factories import ConveningFactory


def person(group, name="somebody"):
    """An account in one group and no other."""
    user = User.objects.create_user(name, f"{name}@example.org", "password")
    user.groups.set([Group.objects.get(name=group)])
    return user


def address(view, *args):
    """The address of a view of convenings in the admin, such as "edit"."""
    return reverse(Convening.snippet_viewset.get_url_name(view), args=args)


def form_data(**fields):
    """What the editor of a convening sends: a save-the-date in the far future."""
    return nested_form_data(
        {
            "name": "National convention 2093",
            "short_name": "LP2093",
            "starts_on": "2093-09-06",
            "ends_on": "2093-09-09",
            "attendance": "in-person",
            "status": "save-the-date",
            "audience": "members",
            "description": streamfield([]),
            **fields,
        }
    )


def draft(**fields):
    """A draft as an editor leaves it."""
    convening = ConveningFactory(live=False, **fields)
    convening.save_revision(clean=False)
    return convening


def fresh(convening):
    """The convening as the database has it."""
    return Convening.objects.get(pk=convening.pk)
