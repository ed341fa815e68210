"""What is read as news: the blog, and the coverage of others."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Registers the kinds of news."""

    name = "news"
    verbose_name = _("News")

    def ready(self):
        """Let feeds and search know of posts, their series and mentions."""
        from core.registry import Kind, Vocabulary, register

        from . import endpoints
        from .models import BlogIndex, BlogPost, NewsMention, Series

        register(Kind("post", _("Posts"), _("Post"), BlogPost))
        register(Kind("mention", _("In the news"), _("In the news"), NewsMention, card="components/mention.html"))
        register(Vocabulary("series", _("Series"), _("Series"), "series", Series, below=BlogIndex))
        endpoints.register_all()
