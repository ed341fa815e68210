"""A blog, a list of coverage and a list of releases, and pages in them."""

import datetime
from typing import NamedTuple

from news.models import BlogIndex, NewsMentionIndex
from news.tests.factories import BlogIndexFactory, BlogPostFactory, NewsMentionFactory, NewsMentionIndexFactory
from press.models import PressReleaseIndex
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory


class NewsRoom(NamedTuple):
    """The three lists."""

    blog: BlogIndex
    coverage: NewsMentionIndex
    releases: PressReleaseIndex

    @classmethod
    def below(cls, home_page):
        """The lists, below a home page."""
        press = PressIndexFactory(parent=home_page)
        return cls(
            BlogIndexFactory(parent=home_page),
            NewsMentionIndexFactory(parent=press),
            PressReleaseIndexFactory(parent=press),
        )

    def post(self, **about):
        """A published post."""
        return written(BlogPostFactory, self.blog, **about)

    def mention(self, **about):
        """A published mention."""
        return written(NewsMentionFactory, self.coverage, **about)

    def release(self, **about):
        """A published release."""
        return written(PressReleaseFactory, self.releases, **about)

    def one_of_each(self, **about):
        """A post, a mention and a release."""
        return [self.post(**about), self.mention(**about), self.release(**about)]


def written(factory, parent, *, topics=(), places=(), day=None, **fields):
    """A page of a factory about these topics and places, from a day of May 2023."""
    if day:
        fields["published_on"] = datetime.date(2023, 5, day)
    page = factory(parent=parent, **fields)
    page.topics.add(*topics)
    page.places.add(*places)
    page.save()
    return page
