"""What the home of the admin offers to somebody who has never been there."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.permissions import policy_registry

from images.models import Photo
from news.models import BlogIndex, BlogPost

from .models import HomePage


class StartHerePanel(Component):
    """The things that editors come for, each one click away; only what the person may do."""

    name = "start_here"
    template_name = "admin/start_here.html"
    order = 20

    def get_context_data(self, parent_context):
        """Links as (address, icon, words)."""
        user = parent_context["request"].user
        links = []
        blog = BlogIndex.objects.live().first()
        if blog and blog.permissions_for_user(user).can_add_subpage():
            address = reverse("wagtailadmin_pages:add", args=["news", BlogPost._meta.model_name, blog.pk])
            links.append((address, "edit", _("Write a post")))
            links.append((reverse("wagtailadmin_explore", args=[blog.pk]), "doc-full", _("Find a post to change")))
        if policy_registry.get_by_type(Photo).user_has_permission(user, "add"):
            links.append((reverse("wagtailimages:add_multiple"), "image", _("Add photos")))
        home = HomePage.objects.live().first()
        if home and home.permissions_for_user(user).can_edit():
            links.append((reverse("wagtailadmin_pages:edit", args=[home.pk]), "home", _("Arrange the home page")))
        return {**super().get_context_data(parent_context), "links": links}
