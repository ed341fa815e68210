"""The demo content, and the command that loads it."""

import re
from collections import Counter
from datetime import date, time, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection, Page, Revision, Site

from convenings.models import Convening
from convenings.tests.factories import ConveningFactory
from core.blocks.body import BodyBlock, word_count
from core.demo_accounts import PASSWORD
from core.models import Topic
from demo import loader
from home.models import HomePage, StandardPage
from home.tests.factories import HomePageFactory
from images.models import Photo
from images.tests.factories import PhotoFactory, image_file
from media_inquiries.models import DeskSettings
from news.models import BlogIndex, BlogPost, NewsMention, Outlet, Series
from press.models import PressRelease

PHOTOS = sorted((loader.CONTENT / "photos").iterdir())


def load():
    """Run the command with one small picture in place of all photos, and return what it said."""
    out = StringIO()
    data = image_file().read()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loader, "read_photo", lambda name: data)
        call_command("load_demo", stdout=out)
    return out.getvalue()


@pytest.fixture(scope="class")
def _loaded(django_db_setup, django_db_blocker):
    """A site with the demo, loaded once for the tests that only read it."""
    caches["renditions"].clear()  # photos that earlier tests rolled back had the same ids
    with django_db_blocker.unblock(), transaction.atomic():
        said = load()
        yield said
        transaction.set_rollback(True)


@pytest.fixture
def demo(_loaded, db):
    """What the command said when it loaded the demo."""
    Site.clear_site_root_paths_cache()
    return _loaded


def test_photos_are_large_and_together_small():
    assert sum(photo.stat().st_size for photo in PHOTOS) < 4_000_000
    assert {Image.open(photo).size for photo in PHOTOS} == {(1600, 1067)}


def make_home_page():
    return HomePageFactory(parent=Page.objects.get(depth=1))


def test_a_production_site_is_left_alone_with_a_sentence(db, settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="a production site stays as it is"):
        load()
    assert not get_user_model().objects.exists()


def test_an_account_that_exists_keeps_its_password(db):
    get_user_model().objects.create_user("editor", password="my own words")
    loader.make_accounts()
    assert get_user_model().objects.get(username="editor").check_password("my own words")


@pytest.mark.parametrize("make", [make_home_page, ConveningFactory, PhotoFactory])
def test_a_site_that_holds_something_is_left_alone(db, make):
    make()
    pages = Page.objects.count()
    with pytest.raises(CommandError, match=r"own \(1 (page|convening|photo)\)"):
        load()
    assert Page.objects.count() == pages
    assert Page.objects.filter(title=loader.WELCOME_TITLE).exists()
    assert not get_user_model().objects.exists()


def test_nothing_remains_of_a_load_that_fails(db, monkeypatch):
    monkeypatch.setattr(loader.Importer, "publish_pages", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load()
    assert not Photo.objects.exists()
    assert not Collection.objects.filter(name=loader.COLLECTION).exists()
    assert Page.objects.filter(title=loader.WELCOME_TITLE).exists()


class TestTheLoadedSite:
    """What visitors and editors find; the demo is loaded once for all of these."""

    def test_loading_makes_a_published_site(self, demo):
        home = Site.objects.get().root_page.specific
        assert isinstance(home, HomePage)
        assert not Page.objects.filter(title=loader.WELCOME_TITLE).exists()
        assert home.sections
        assert [page.title for page in home.get_children().live().in_menu()] == [
            "Our Blog + Latest News",
            "Press",
            "Convenings",
            "About Local Progress",
        ]
        assert StandardPage.objects.live().count() == 3
        assert BlogIndex.objects.get().featured_post.live
        assert BlogPost.objects.live().count() == BlogPost.objects.count() - 2
        assert "/admin/" in demo
        assert PASSWORD in demo

    def test_posts_say_what_they_are(self, demo):
        issue = BlogPost.objects.get(series__name="The Network Download", issue_label="December 2022")
        assert issue.published_on == date(2022, 12, 20)
        assert {topic.name for topic in issue.topics.all()} == {"Budgets", "Housing", "Network"}
        assert [author.name for author in issue.authors] == ["Network team"]
        latest = BlogPost.objects.live().order_by("-published_at").first()
        assert latest.published_on == timezone.localdate() - timedelta(days=2)
        assert latest.hand_picked.count() == 2
        new_york = BlogPost.objects.get(places__name="Hoboken")
        assert new_york.places.get(name="Hoboken").state.name == "New Jersey"

    def test_reporters_find_a_desk_with_people_who_stand_for_a_topic_or_a_place(self, demo, client):
        desk = DeskSettings.objects.get().default_desk
        assert desk.url == "/press/media-inquiries/"
        assert desk.hours_in_a_line == "Weekdays, 9 a.m. to 6 p.m. Eastern"
        assert all(row.date >= timezone.localdate() for row in desk.closed_days.all())
        assert all(person.phone and person.subjects for person in desk.people.all())
        assert desk.people.get(user__username="press").topics.filter(name="Federal policy").exists()
        assert "press@localprogress.org" in client.get("/press/", headers={"host": "localhost"}).content.decode()

    def test_others_have_written_about_us_for_years(self, demo):
        mentions = NewsMention.objects.published().newest_first().select_related("outlet")
        assert len(mentions) == NewsMention.objects.count() >= 10
        assert len({mention.outlet for mention in mentions}) == Outlet.objects.count() >= 6
        assert mentions[0].published_on == timezone.localdate() - timedelta(days=4)
        assert len({mention.published_on.year for mention in mentions}) > 2
        assert {mention.kind for mention in mentions} == set(NewsMention.Kind.values)
        assert all(".example.org/" in mention.article_url and mention.lead_photo_id for mention in mentions)

    def test_two_convenings_are_past_and_of_two_to_come_one_can_be_registered_for(self, demo):
        past, upcoming = Convening.objects.published().past(), Convening.objects.published().upcoming()
        assert [convening.short_name for convening in past] == ["LP2023", "LP2022"]
        assert (past[0].starts_on, past[0].ends_on) == (date(2023, 9, 6), date(2023, 9, 9))
        assert str(past[0].place) == "St. Louis"
        assert [convening.status for convening in upcoming] == ["open", "save-the-date"]
        assert upcoming[0].registration_url
        assert upcoming[0].starts_at == time(13)
        assert upcoming[1].short_name == f"LP{upcoming[1].starts_on.year}"
        assert all(convening.photo_id and convening.description for convening in (*past, *upcoming))

    def test_convenings_are_announced_at_home_in_posts_and_in_releases(self, demo):
        assert any(section.block_type == "next_convening" for section in HomePage.objects.get().sections)
        past = Convening.objects.get(short_name="LP2023")
        announcement = BlogPost.objects.get(title__startswith="Save the date")
        assert [block.value for block in announcement.body if block.block_type == "convening"] == [past]
        assert BlogPost.objects.get(convening=past).title.startswith("The month after")
        announced = PressRelease.objects.filter(convening__isnull=False).values_list("kind", "convening__status")
        assert set(announced) == {("advisory", "open"), ("release", "save-the-date")}

    def test_words_of_their_own_are_found_and_issues_of_a_series_have_a_pattern(self, demo):
        assert "eviction" in Topic.objects.get(name="Housing").synonyms
        assert all("{issue}" in series.title_pattern and series.default_photo for series in Series.objects.all())

    def test_every_photo_has_alt_text_caption_and_credit(self, demo):
        assert Photo.objects.count() == len(PHOTOS)
        for photo in Photo.objects.select_related("image_caption"):
            assert photo.default_alt_text
            assert photo.image_caption.caption
            assert photo.credit == "Illustration: Local Progress demo"
            assert photo.renditions.exists()

    def test_one_post_waits_for_its_day_and_one_is_a_draft(self, demo):
        waiting = BlogPost.objects.get(go_live_at__isnull=False)
        assert not waiting.live
        assert waiting.go_live_at > timezone.now()
        assert Revision.objects.get(approved_go_live_at__isnull=False, object_id=waiting.pk).as_object() == waiting
        draft = BlogPost.objects.exclude(pk=waiting.pk).get(live=False)
        assert draft.get_latest_revision_as_object().body

    def test_of_ten_releases_one_waits_for_the_end_of_its_embargo_and_one_is_corrected(self, demo):
        assert PressRelease.objects.count() == 10
        assert set(PressRelease.objects.values_list("kind", flat=True)) == set(PressRelease.Kind.values)
        waiting = PressRelease.objects.get(live=False)
        assert waiting.timing == PressRelease.Timing.EMBARGOED
        assert waiting.go_live_at == waiting.embargo_until > timezone.now()
        assert waiting.scheduled_revision is not None
        assert PressRelease.objects.filter(corrections__isnull=False).count() == 1

    @pytest.mark.parametrize(("name", "group"), [*loader.GROUPS.items(), ("admin", None)])
    def test_everybody_can_log_in_with_their_role(self, demo, client, name, group):
        assert client.login(username=name, password=PASSWORD)
        account = get_user_model().objects.get(username=name)
        assert account.is_superuser is (group is None)
        assert [found.name for found in account.groups.all()] == ([group] if group else [])

    def test_loading_twice_changes_nothing_and_says_so(self, demo):
        before = list(Page.objects.order_by("pk").values()), Revision.objects.count(), Photo.objects.count()
        assert "nothing was changed" in load()
        assert (list(Page.objects.order_by("pk").values()), Revision.objects.count(), Photo.objects.count()) == before

    def test_there_are_posts_of_several_years_and_series_for_more_than_two_pages(self, demo):
        posts = BlogPost.objects.live()
        assert posts.count() >= 26 + 6
        assert {post.published_on.year for post in posts} >= {2022, 2023, 2024, 2025}
        assert Series.objects.filter(posts__in=posts).distinct().count() == 3
        assert Topic.objects.filter(pk__in=posts.values("topics")).count() >= 8
        assert all(post.teaser and post.lead_photo_id for post in posts)

    def test_three_posts_and_two_releases_are_long_and_use_every_block_among_them(self, demo):
        pages = [*BlogPost.objects.all(), *PressRelease.objects.all()]
        long = [page for page in pages if word_count(page.body) > 600]
        assert sum(isinstance(page, BlogPost) for page in long) >= 3
        assert sum(isinstance(page, PressRelease) for page in long) >= 2
        assert {block["type"] for page in long for block in page.body.raw_data} == set(BodyBlock().child_blocks)

    @pytest.mark.parametrize("path", ["/", "/blog/", "/blog/?page=2", "/blog/?page=3", "/press/", "/press/releases/"])
    def test_no_page_shows_one_scene_twice(self, demo, client, path):
        html = client.get(path, headers={"host": "localhost"}).content.decode().partition("<main")[2]
        files = Photo.get_rendition_model().objects.values_list("image__file", "file")
        shown = {photo for photo, file in files if Path(file).name in html}
        scenes = Counter(re.search(r"-([a-z_]+)-\d+\.", photo)[1] for photo in shown)
        assert len(scenes) > 3
        assert {scene: times for scene, times in scenes.items() if times > 1} == {}
