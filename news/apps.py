"""What is read as news: the blog, and the coverage of others."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Registers the kinds of news."""

    name = "news"
    verbose_name = _("News")

    def ready(self):
        """Let feeds and search know of posts and mentions."""
        from core import api
        from core.listing import Facet
        from core.models.lists import PLACE, TOPIC, YEAR
        from core.registry import Kind, register

        from .models import BlogPost, NewsMention

        register(Kind("post", _("Posts"), _("Post"), BlogPost))
        register(Kind("mention", _("In the news"), _("In the news"), NewsMention))
        series, outlet = Facet("series", _("Series"), "series"), Facet("outlet", _("Outlet"), "outlet")
        subjects = (TOPIC, PLACE, YEAR)
        api.register(api.Endpoint("posts", _("Posts"), BlogPost, BlogPost.objects.for_api, (series, *subjects)))
        mentions = NewsMention.objects
        api.register(api.Endpoint("mentions", _("In the news"), NewsMention, mentions.for_api, (outlet, *subjects)))
