"""A site with many pages of which nothing remains, to measure what grows with their number.

    python -m scripts.many_pages 20000 -- COMMAND

makes a scratch site as `make bench` does (with the demo, on PostgreSQL where there is one), adds that many generated
posts, releases and mentions, runs COMMAND (`bash`, to look around) with its environment and this Python, and deletes
everything. The pages are the same each time. Twenty thousand take about two minutes.
"""

import argparse
import itertools
import os
import random
import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import django
from django.utils.text import slugify

from scripts.bench import scratch
from scripts.prepare import ROOT, announced

BATCH = 1_000
LAST_DAY = datetime(2026, 6, 30, tzinfo=UTC)
PAGES_A_DAY = 4
SHARES = {"post": 12, "release": 3, "mention": 5}  # of twenty


def main():
    """Make the site and run the command in it; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.many_pages")
    parser.add_argument("count", type=int)
    parser.add_argument("command", nargs="+")
    asked = parser.parse_args()
    with scratch.site():
        django.setup()
        with announced(f"Adding {asked.count} pages"):
            add(asked.count)
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(asked.command, cwd=ROOT, env=os.environ | {"PATH": path}, check=False).returncode


def add(count):
    """Add generated pages to the demo site that this process is set up for, past all signals, and index them."""
    from django.db import connection, connections, transaction

    from page_cache import changed

    generated = Generator(random.Random(2026)).pages(count)  # noqa: S311  (no secret)
    while batch := list(itertools.islice(generated, BATCH)):
        with transaction.atomic():
            insert(batch)
    if connection.vendor == "postgresql":
        connection.cursor().execute("VACUUM ANALYZE")
    changed()
    connections.close_all()


class Generator:
    """Makes pages out of the words, terms and photos of the demo.

    Args:
        chance: a `random.Random`.
    """

    def __init__(self, chance):
        from core.models import Place, Topic
        from images.models import Photo
        from news.models import BlogPost, NewsMention, Outlet, Series
        from press.models import PressRelease

        self.chance = chance
        self.words = vocabulary()
        # The first words are the most common ones, as in any language (Zipf).
        self.weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        self.lists = {
            "post": (BlogPost, self.post),
            "release": (PressRelease, self.release),
            "mention": (NewsMention, self.mention),
        }
        self.parents = {kind: model.objects.first().get_parent() for kind, (model, _own) in self.lists.items()}
        self.topics, self.places = list(Topic.objects.order_by("pk")), list(Place.objects.order_by("pk"))
        self.series = list(Series.objects.order_by("pk"))
        self.outlets = list(Outlet.objects.order_by("pk"))
        self.photos = list(Photo.objects.order_by("pk").values_list("pk", flat=True))

    def pages(self, count):
        """Yield pages of every kind with their terms, not saved."""
        kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
        steps = {kind: itertools.count(self.last_step(parent) + 1) for kind, parent in self.parents.items()}
        for number in range(count):
            kind = kinds[number % len(kinds)]
            model, own = self.lists[kind]
            parent, step = self.parents[kind], next(steps[kind])
            page = model(**self.common(model, parent, step, number), **own(number))
            # Held by the page itself, so that the index need not look them up for each.
            page.topics = self.chance.sample(self.topics, self.chance.randint(1, 3))
            page.places = self.chance.sample(self.places, self.chance.randint(0, 1))
            yield page

    @staticmethod
    def last_step(parent):
        """The number of the last child in the tree of pages."""
        last = parent.get_last_child()
        return parent._str2int(last.path[-parent.steplen :]) if last else 0

    def common(self, model, parent, step, number):
        """What every page has."""
        from django.contrib.contenttypes.models import ContentType

        title = self.some(5, 9).capitalize()
        slug = f"{slugify(title)[:60]}-{number}"
        moment = datetime.combine(self.day(number), time(17), tzinfo=UTC)
        return {
            "title": title,
            "draft_title": title,
            "slug": slug,
            "url_path": f"{parent.url_path}{slug}/",
            "path": parent._get_path(parent.path, parent.depth + 1, step),
            "depth": parent.depth + 1,
            "live": True,
            "locale_id": parent.locale_id,
            "translation_key": UUID(int=self.chance.getrandbits(128), version=4),
            "content_type": ContentType.objects.get_for_model(model),
            "first_published_at": moment,
            "last_published_at": moment,
            "published_at": moment,
            "teaser": self.sentence()[:160],
            "lead_photo_id": self.chance.choice([None, *self.photos[:40]]),
        }

    @staticmethod
    def day(number):
        """The day of a page."""
        return (LAST_DAY - timedelta(days=number // PAGES_A_DAY)).date()

    def post(self, number):
        """What a post has besides."""
        series = self.chance.choice([None, None, *self.series])
        return {"body": self.body(), "series": series, "reading_minutes": 1}

    def release(self, number):
        """What a release has besides."""
        return {"body": self.body(), "subhead": self.sentence()[:200], "dateline_city": "Denver"}

    def mention(self, number):
        """What a mention has besides."""
        from news.article.address import key_of

        address = f"https://news.example.org/{number}"
        return {
            "article_url": address,
            "article_key": key_of(address),
            "outlet": self.chance.choice(self.outlets),
            "published_on": self.day(number),
        }

    def body(self):
        """A text of some paragraphs."""
        paragraphs = [" ".join(self.sentence() for _ in range(4)) for _ in range(self.chance.randint(3, 6))]
        return [("paragraph", f"<p>{words}</p>") for words in paragraphs]

    def sentence(self):
        """A sentence."""
        return f"{self.some(8, 18).capitalize()}."

    def some(self, least, most):
        """Some words."""
        number = self.chance.randint(least, most)
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=number))


def vocabulary():
    """The words of the demo's posts, the most common ones first."""
    from collections import Counter

    from news.models import BlogPost

    texts = (" ".join(post.body.stream_block.get_searchable_content(post.body)) for post in BlogPost.objects.all())
    counted = Counter(word.strip(".,;:!?“”’()").lower() for text in texts for word in text.split())
    return [word for word, _count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])) if word]


def insert(batch):
    """Write pages of several types with their terms, and index them, by a few queries for each table."""
    from wagtail.models import Page

    from core.registry import kinds
    from search.models import Entry, EntryTerm

    fields = Page._meta.concrete_fields
    rows = [Page(**{field.attname: getattr(page, field.attname) for field in fields}) for page in batch]
    Page.objects.bulk_create(rows)
    for row, page in zip(rows, batch, strict=True):
        page.pk = page.id = row.pk
    for kind in kinds():
        pages = [page for page in batch if type(page) is kind.model]
        insert_own(pages, kind.model)
        Entry.objects.bulk_create(
            Entry(page_id=page.pk, kind=kind.name, published_at=page.published_at) for page in pages
        )
    EntryTerm.objects.bulk_create(
        EntryTerm(entry_id=page.pk, facet=facet, term=pk) for page in batch for facet, pk in page.index_terms()
    )


def insert_own(pages, model):
    """Write what a page type adds to pages: its own table, topics and places, the words in the index."""
    from wagtail.models import Page
    from wagtail.search.backends import get_search_backend

    for start in range(0, len(pages), 200):
        # bulk_create() refuses a model in two tables; this is what it does with one.
        model._base_manager._insert(pages[start : start + 200], fields=model._meta.local_concrete_fields)
    for name in ("topics", "places"):
        field = model._meta.get_field(name)
        columns = field.m2m_column_name(), field.m2m_reverse_name()
        pairs = [(page.pk, term.pk) for page in pages for term in getattr(page, name).all()]
        through = field.remote_field.through
        through.objects.bulk_create(through(**dict(zip(columns, pair, strict=True))) for pair in pairs)
    get_search_backend().add_bulk(model, pages)
    for path in {page.path[: -Page.steplen] for page in pages}:
        Page.objects.filter(path=path).update(numchild=Page.objects.filter(path__startswith=path).count() - 1)


if __name__ == "__main__":
    sys.exit(main())
