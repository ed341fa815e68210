"""Blogs and posts for tests."""

import datetime

import factory
import wagtail_factories

from core.moments import at_noon
from news.models import Author, BlogIndex, BlogPost, NewsMention, NewsMentionIndex, Outlet, Series


class SeriesFactory(factory.django.DjangoModelFactory):
    """A series."""

    class Meta:
        model = Series

    name = factory.Sequence(lambda number: f"Series {number}")


class AuthorFactory(factory.django.DjangoModelFactory):
    """An author."""

    class Meta:
        model = Author

    name = factory.Sequence(lambda number: f"Team {number}")


class BlogIndexFactory(wagtail_factories.PageFactory):
    """A blog; give it a `parent`."""

    class Meta:
        model = BlogIndex

    title = "Our Blog + Latest News"
    slug = "blog"
    show_in_menus = True


class BlogPostFactory(wagtail_factories.PageFactory):
    """A published post; give it a `parent`."""

    class Meta:
        model = BlogPost

    title = factory.Sequence(lambda number: f"Post {number}")
    slug = factory.Sequence(lambda number: f"post-{number}")
    teaser = "What local officials did this month."
    published_at = factory.LazyAttribute(lambda post: post.published_on and at_noon(post.published_on))
    body = factory.LazyFunction(lambda: [{"type": "paragraph", "value": "<p>Words of the post.</p>"}])

    class Params:
        published_on = factory.Sequence(lambda number: datetime.date(2010, 1, 1) + datetime.timedelta(days=number))


class OutletFactory(factory.django.DjangoModelFactory):
    """An outlet."""

    class Meta:
        model = Outlet

    name = factory.Sequence(lambda number: f"The Example Tribune {number}")
    home_page = factory.Sequence(lambda number: f"https://tribune-{number}.example.org/")


class NewsMentionIndexFactory(wagtail_factories.PageFactory):
    """A list of coverage; give it a press page as `parent`."""

    class Meta:
        model = NewsMentionIndex

    title = "In the news"
    slug = "in-the-news"


class NewsMentionFactory(wagtail_factories.PageFactory):
    """A published mention; give it a `parent`."""

    class Meta:
        model = NewsMention

    title = factory.Sequence(lambda number: f"Council acts, part {number}")
    slug = factory.Sequence(lambda number: f"council-acts-{number}")
    teaser = "What members did, as others saw it."
    outlet = factory.SubFactory(OutletFactory)
    article_url = factory.Sequence(lambda number: f"https://tribune.example.org/story-{number}")
    published_on = factory.Sequence(lambda number: datetime.date(2010, 1, 1) + datetime.timedelta(days=number))
