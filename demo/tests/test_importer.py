"""A folder of Markdown becomes pages."""

import pytest
from wagtail.models import Page

from core.models import Topic
from demo.front_matter import ContentError
from demo.importer import Importer
from images.tests.factories import PhotoFactory
from news.models import Author, BlogPost


@pytest.fixture
def imported(tmp_path, home_page):
    """A function that imports files, given by their paths, below the home page."""

    def import_files(files, **library):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        importer = Importer(tmp_path, {name.replace("_", "."): file for name, file in library.items()})
        importer.add_pages(home_page)
        importer.publish_pages()
        return importer.made

    return import_files


BLOG = "---\ntype: news.BlogIndex\ntitle: News\nslug: news\n---\n"


def test_a_file_is_a_page_with_the_fields_that_it_names(imported):
    Topic.objects.create(name="Housing")
    Author.objects.create(name="Policy team")
    photo = PhotoFactory()
    post = """---
title: Rent
teaser: A teaser.
date: 2023-05-06
photo: rent.webp
bylines: [Policy team]
topics: [Housing]
issue_label: "{date:%B %Y}"
hand_picked: [/second/]
---

See [the second](/second/).
"""
    second = "---\ntitle: Second\nteaser: Another.\n---\n\nText.\n"
    made = imported({"index.md": BLOG, "rent.md": post, "second.md": second}, rent_webp=photo)
    page = BlogPost.objects.get(slug="rent")
    assert page.live
    assert page.get_parent().title == "News"
    assert (page.title, page.teaser, page.lead_photo, page.issue_label) == ("Rent", "A teaser.", photo, "May 2023")
    assert [author.name for author in page.authors] == ["Policy team"]
    assert [topic.name for topic in page.topics.all()] == ["Housing"]
    assert [row.related for row in page.hand_picked.all()] == [made["/second/"]]
    assert page.body.raw_data[0]["value"] == f'<p>See <a linktype="page" id="{made["/second/"].pk}">the second</a>.</p>'


@pytest.mark.parametrize(
    ("front_matter", "complaint"),
    [
        ("title: A\nteasr: x", "/a/: BlogPost has no field named 'teasr'"),
        ("title: A\nteaser: x\ntopics: [Nothing]", "/a/: topics: there is no topic “Nothing”"),
        (
            "title: A\nteaser: x\nhand_picked: [/nowhere/]",
            "/a/: hand_picked: related: there is no blog post “/nowhere/”",
        ),
        ("title: A\nteaser: x\nphoto: none.jpg", "/a/: lead_photo: there is no photo “none.jpg”"),
        ("title: A\nteaser: x\ndate: soon", "/a/: published_at: “soon” is no date"),
        ("title: A", "/a/: teaser Write a teaser"),
        (f"title: A\nteaser: {'x' * 400}", "/a/: teaser This is 100 characters too long"),
    ],
)
def test_the_file_is_named_that_cannot_be_loaded(imported, front_matter, complaint):
    with pytest.raises(ContentError, match=complaint):
        imported({"index.md": BLOG, "a.md": f"---\n{front_matter}\n---\n"})


def test_a_page_that_could_be_of_several_types_says_which(imported):
    with pytest.raises(ContentError, match=r"/: say its type; possible pages here: news.BlogIndex"):
        imported({"index.md": "---\ntitle: A\n---\n"})
    assert not Page.objects.filter(title="A").exists()
