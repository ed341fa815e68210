"""A page never waits for an encoder: without any file of a photo it is as quick as ever, and says no less."""

import sys

import pytest
from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from wagtail.images.models import AbstractImage, Filter

from images import renditions
from images.models import Photo, PhotoRendition
from images.presets import FALLBACK_SPEC, all_specs
from images.tests.factories import PhotoFactory, image_file
from news.models import BlogPost
from news.tests.factories import BlogPostFactory

pytestmark = pytest.mark.django_db
LIST, POST = "/blog/", "/blog/latest/"
ADDRESSES = [LIST, POST, "/"]


@pytest.fixture(autouse=True)
def _without_page_cache(settings):
    settings.PAGE_CACHE_ENABLED = False


@pytest.fixture
def posts(blog):
    """A list of twelve posts, each with its own photo; the latest has three more in its text."""

    def photo(number):
        return PhotoFactory(
            file=image_file(f"photo-{number}.jpg", (80, 60)), caption="<p>Members at work</p>", credit="Photo: Staff"
        )

    for number in range(11):
        BlogPostFactory(parent=blog, lead_photo=photo(number))
    body = [{"type": "photo", "value": {"photo": photo(f"text-{number}").pk}} for number in range(3)]
    BlogPostFactory(parent=blog, slug="latest", lead_photo=photo("latest"), body=body)
    prepare_as_if()


def prepare_as_if():
    """Give each photo the files that the queue would make, without encoding hundreds of them."""
    for photo in Photo.objects.all():
        fallback = photo.renditions.first()
        missing = [Filter(spec) for spec in all_specs() if spec != fallback.filter_spec]
        PhotoRendition.objects.bulk_create(
            PhotoRendition(
                image=photo,
                filter_spec=wanted.spec,
                focal_point_key=wanted.get_cache_key(photo),
                file=fallback.file.name,
                width=80,
                height=60,
            )
            for wanted in missing
        )


@pytest.fixture
def no_encoder(monkeypatch):
    def encode(*args, **kwargs):
        pytest.fail("A page request has called the encoder.")

    monkeypatch.setattr(AbstractImage, "generate_rendition_file", encode)
    monkeypatch.setattr(Filter, "run", encode)
    monkeypatch.setattr("PIL.Image.Image.save", encode)
    monkeypatch.setattr("PIL.Image.open", encode)


def words(html):
    return strip_tags(html.partition("<body")[2]).split()


def work(client, address):
    """How many functions are called to answer: the same on any machine, however busy it is."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        response = client.get(address)
    finally:
        sys.setprofile(None)
    assert response.status_code == 200
    return calls


class TestColdStart:
    """All files of photos are gone, and the queue stands still."""

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_nothing_is_encoded_and_every_photo_has_its_place(self, client, posts, no_encoder, address):
        warm = client.get(address).content.decode()
        PhotoRendition.objects.all().delete()
        cold = client.get(address).content.decode()
        assert warm.count("<picture") == cold.count('class="no-photo')
        assert "<picture" not in cold
        assert words(cold) == words(warm)

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_the_answer_takes_no_more_queries_and_no_more_work(self, client, posts, address):
        client.get(address)
        with CaptureQueriesContext(connection) as warm_queries:
            client.get(address)
        warm = min(work(client, address) for _ in range(2))
        PhotoRendition.objects.all().delete()
        with CaptureQueriesContext(connection) as cold_queries:
            client.get(address)
        cold = min(work(client, address) for _ in range(2))
        assert len(cold_queries) <= len(warm_queries)
        assert cold <= 1.5 * warm

    def test_the_small_file_of_an_upload_is_shown_until_the_others_are_made(self, client, posts, no_encoder):
        PhotoRendition.objects.exclude(filter_spec=FALLBACK_SPEC).delete()
        html = client.get(LIST).content.decode()
        assert html.count("<picture") == 12
        assert "no-photo" not in html
        assert html.count("width-800") >= 12

    def test_with_the_worker_running_they_appear(self, client, blog):
        post = BlogPostFactory(parent=blog, lead_photo=PhotoFactory())
        PhotoRendition.objects.all().delete()
        assert "image/avif" not in client.get(LIST).content.decode()
        renditions.prepare(Photo.objects.get())
        html = client.get(LIST).content.decode()
        assert "image/avif" in html
        assert BlogPost.objects.get(pk=post.pk).lead_photo.files["format-avif|fill-400x267"].url in html


class TestQueries:
    """Everything about the photos of a list takes the same few queries, however long it is."""

    @pytest.mark.parametrize("number", [1, 12, 20])
    def test_a_list_asks_three_times_at_most(self, blog, client, number):
        for _ in range(number):
            BlogPostFactory(parent=blog, lead_photo=PhotoFactory(caption="<p>At work</p>", credit="Photo: Staff"))
        prepare_as_if()
        client.get(LIST)
        with CaptureQueriesContext(connection) as queries:
            html = client.get(LIST).content.decode()
        assert html.count("<picture") == min(number, 12)
        assert html.count("image/avif") == min(number, 12)
        about_photos = [query["sql"] for query in queries if "images_" in query["sql"]]
        assert len(about_photos) <= 3, "\n".join(about_photos)

    @pytest.mark.parametrize("number", [1, 12, 20])
    def test_photos_with_caption_and_all_sources_take_two(self, number, django_assert_num_queries):
        PhotoFactory.create_batch(number, caption="<p>At work</p>", credit="Photo: Staff")
        prepare_as_if()
        template = Template('{% load photos %}{% for photo in photos %}{% photo photo "wide" %}{% endfor %}')
        with django_assert_num_queries(2):
            html = template.render(Context({"photos": Photo.objects.for_display("wide")}))
        assert html.count("image/avif") == html.count("At work") == html.count("Photo: Staff") == number
