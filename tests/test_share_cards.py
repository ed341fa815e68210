"""The image that stands for a page without photo: drawn by the queue, right, and gone when the page is."""

from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from core import share_cards
from core.models import ShareCard
from core.tasks import draw_share_cards
from images.tests.factories import PhotoFactory
from news.tests.factories import BlogPostFactory, NewsMentionFactory, NewsMentionIndexFactory
from press.tests.factories import PressIndexFactory, PressReleaseFactory, PressReleaseIndexFactory
from scripts.serve import PUBLIC_MEDIA

pytestmark = [pytest.mark.django_db, pytest.mark.indexes]


@pytest.fixture
def at_once(django_capture_on_commit_callbacks):
    """Do something as a request does: what waits for its end happens then."""

    def run(function, *args):
        with django_capture_on_commit_callbacks(execute=True):
            return function(*args)

    return run


@pytest.fixture
def publish(at_once):
    return lambda page: at_once(page.save_revision().publish)


@pytest.fixture
def post(blog, publish):
    """A published post without photo."""
    post = BlogPostFactory(parent=blog, title="We govern together", live=False)
    publish(post)
    post.refresh_from_db()
    return post


def card_of(page):
    return ShareCard.objects.filter(page=page.pk).first()


def test_a_card_is_drawn_when_a_page_is_published(post):
    card = card_of(post)
    assert card.alt == "We govern together"
    assert default_storage.exists(card.file.name)


def test_mentions_and_releases_have_cards_too(home_page, publish):
    press = PressIndexFactory(parent=home_page)
    release = PressReleaseFactory(parent=PressReleaseIndexFactory(parent=press), live=False)
    mention = NewsMentionFactory(parent=NewsMentionIndexFactory(parent=press), live=False)
    for page in (release, mention):
        assert share_cards._content(page)[1] == page.kicker
        at_hand = page.save_revision()
        assert card_of(page) is None
        share_cards.draw(page.pk)
        assert card_of(page) is None, "a draft has no card"
        page.live = True
        page.save()
        assert share_cards.draw(page.pk), at_hand
        assert card_of(page).alt == page.title


def test_nothing_is_drawn_while_somebody_waits(blog, monkeypatch):
    monkeypatch.setattr(share_cards, "headline_card", None)
    BlogPostFactory(parent=blog, live=False).save_revision().publish()


def test_a_card_that_is_right_stays_at_its_address(post, publish):
    before = card_of(post).file.name
    post.teaser = "Another teaser"
    publish(post)
    assert card_of(post).file.name == before


def test_a_new_headline_has_a_new_card_at_another_address(post, publish):
    before = card_of(post).file.name
    post.title = "We govern better"
    publish(post)
    after = card_of(post)
    assert (after.alt, after.file.name != before) == ("We govern better", True)
    assert not default_storage.exists(before)


def test_a_draft_changes_nothing(post, at_once):
    post.title = "Not yet"
    at_once(post.save_revision)
    assert share_cards.draw(post.pk) is False
    assert card_of(post).alt == "We govern together"


def test_until_the_new_card_is_drawn_the_old_one_is_not_shown(post):
    post.title = "We govern better"
    post.save_revision().publish()
    assert card_of(post) is None


def unpublish(post):
    post.unpublish()


def delete(post):
    post.delete()


def restrict(post):
    PageViewRestriction.objects.create(page=post, restriction_type=PageViewRestriction.LOGIN)


def restrict_blog(post):
    PageViewRestriction.objects.create(page=post.get_parent(), restriction_type=PageViewRestriction.LOGIN)


def choose_photo(post):
    post.lead_photo = PhotoFactory(description="Members on the steps")
    post.save_revision().publish()


@pytest.mark.parametrize("act", [unpublish, delete, restrict, restrict_blog, choose_photo])
def test_a_card_goes_with_its_file_when_it_is_not_shown_any_more(post, at_once, act):
    name = card_of(post).file.name
    at_once(act, post)
    assert card_of(post) is None
    assert not default_storage.exists(name)


def test_its_file_stays_until_the_change_is_certain(post):
    name = card_of(post).file.name
    post.unpublish()
    assert default_storage.exists(name)


def test_nobody_can_guess_its_address(post):
    folder = card_of(post).file.name.split("/")[-2]
    assert len(folder) >= 20


def test_a_card_of_a_page_that_is_gone_is_no_error():
    assert share_cards.draw(123_456) is False


def test_the_command_draws_what_is_missing_and_says_how_far_it_is(blog):
    posts = [BlogPostFactory(parent=blog) for _number in range(3)]
    hidden = [BlogPostFactory(parent=blog, live=False), BlogPostFactory(parent=blog, lead_photo=PhotoFactory())]
    out = StringIO()
    call_command("draw_share_cards", stdout=out)
    assert "3 of 3" in out.getvalue()
    assert all(map(card_of, posts))
    assert not any(map(card_of, hidden))
    call_command("draw_share_cards", stdout=out)
    assert "No page lacks a card" in out.getvalue()


def test_every_day_the_worker_draws_what_is_missing(blog, at_once):
    post = BlogPostFactory(parent=blog)
    at_once(draw_share_cards)
    assert card_of(post)


def test_cards_of_an_older_look_are_drawn_anew(post, monkeypatch):
    before = card_of(post).file.name
    monkeypatch.setattr(share_cards, "_LOOK", 2)
    assert share_cards.lacking() == [post.pk]
    assert share_cards.draw(post.pk)
    assert card_of(post).file.name != before


@pytest.mark.parametrize("title", ["正義のために", "W" * 255, "<b>&"])
def test_any_headline_is_drawn(blog, publish, title):
    post = BlogPostFactory(parent=blog, title=title, slug="any", live=False)
    publish(post)
    assert card_of(post).alt == title


class TestOnThePage:
    """Which image stands for a page."""

    def shown(self, client, page):
        html = client.get(page.url).content.decode()
        return html.partition('og:image" content="')[2].partition('"')[0]

    def test_the_card_where_there_is_no_photo(self, client, post):
        assert self.shown(client, post) == f"http://testserver{card_of(post).file.url}"

    def test_the_photo_before_the_card(self, client, blog, at_once):
        post = at_once(lambda: BlogPostFactory(parent=blog, lead_photo=PhotoFactory()))
        assert "fill-1200x630" in self.shown(client, post)

    def test_the_mark_of_the_site_where_there_is_neither(self, client, blog):
        assert self.shown(client, blog).endswith("/img/share.png")

    @pytest.mark.django_db(transaction=True)
    def test_a_card_that_is_drawn_replaces_the_stored_page(self, client, blog):
        post = BlogPostFactory(parent=blog)
        assert self.shown(client, post).endswith("/img/share.png")
        share_cards.draw(post.pk)
        assert "/share_cards/" in self.shown(client, post)


def test_the_server_gives_out_the_folder_in_which_cards_lie(post):
    assert card_of(post).file.name.split("/")[0] in PUBLIC_MEDIA
