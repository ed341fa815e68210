"""News in the admin."""

from django.urls import path
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .views import add_outlet, article_details, series_proposal
from .viewsets import BlogPostListingViewSet, BlogViewSetGroup, NewsMentionListingViewSet, OutletViewSet

register_snippet(BlogViewSetGroup)
register_snippet(OutletViewSet)


@hooks.register("register_admin_viewset")
def posts_listing():
    """The menu entry “Posts”."""
    return BlogPostListingViewSet("posts")


@hooks.register("register_admin_viewset")
def mentions_listing():
    """The menu entry “In the news”."""
    return NewsMentionListingViewSet("mentions")


@hooks.register("register_admin_urls")
def views_of_the_form():
    """What the forms of mentions and posts ask for."""
    return [
        path("article-details/", article_details, name="article_details"),
        path("add-outlet/", add_outlet, name="add_outlet"),
        path("series-proposal/", series_proposal, name="series_proposal"),
    ]
