"""The index of all pages, written anew."""

import pytest

from news.tests.factories import BlogPostFactory
from search import indexing
from search.models import Entry

pytestmark = pytest.mark.django_db


def test_a_page_that_fails_keeps_no_other_out(blog, monkeypatch):
    posts = BlogPostFactory.create_batch(3, parent=blog)
    Entry.objects.all().delete()
    write = indexing.write

    def write_some(page):
        if page.pk == posts[1].pk:
            raise RuntimeError("no ink")
        write(page)

    monkeypatch.setattr(indexing, "write", write_some)
    with pytest.raises(ExceptionGroup):
        indexing.rebuild()
    assert set(Entry.objects.values_list("pk", flat=True)) >= {posts[0].pk, posts[2].pk}
