"""What is read as news: our own, and that of others."""

from .blog import Author, BlogIndex, BlogPost, Byline, RelatedPost, Series
from .mentions import NewsMention, NewsMentionIndex, Outlet, SecondMention

__all__ = [
    "Author",
    "BlogIndex",
    "BlogPost",
    "Byline",
    "NewsMention",
    "NewsMentionIndex",
    "Outlet",
    "RelatedPost",
    "SecondMention",
    "Series",
]
