"""What is read as news: the blog, and the coverage of others."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    """Registers the kinds of news."""

    name = "news"
    verbose_name = _("News")

    def ready(self):
        """Let feeds and search know of posts and mentions."""
        from core.registry import Kind, register

        from .models import BlogPost, NewsMention

        register(Kind("post", _("Posts"), _("Post"), BlogPost))
        register(Kind("mention", _("In the news"), _("In the news"), NewsMention))
