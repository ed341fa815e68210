"""The demo content, and the command that loads it."""

from datetime import date, time, timedelta
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, Page, Revision, Site

from convenings.models import Convening
from convenings.tests.factories import ConveningFactory
from core.blocks.body import BodyBlock
from core.models import Topic
from home.demo import loader
from home.demo.body import Picture, heading, paragraph, references, rich, stored, table
from home.demo.content import POSTS
from home.demo.content.convenings import CONVENINGS
from home.demo.content.coverage import MENTIONS, OUTLETS
from home.demo.content.releases import RELEASES
from home.demo.content.standing import PAGES
from home.demo.content.taxonomy import SERIES
from home.demo.illustrations import SCENES, Drawing, draw
from home.management.commands import load_demo
from home.models import HomePage, StandardPage
from images.models import Photo
from images.tests.factories import PhotoFactory, image_file
from media_inquiries.models import DeskSettings
from news.models import BlogIndex, BlogPost, NewsMention, Series
from press.models import PressRelease

LIVE_POSTS = [post for post in POSTS if not post.is_draft and post.day(date(2026, 1, 1)) <= date(2026, 1, 1)]


def load():
    """Run the command with one small picture in place of all drawings, and return what it said."""
    out = StringIO()
    drawing = Drawing(image_file().read(), alt="A desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load_demo.Command, "draw_all", lambda command: dict.fromkeys(loader.pictures(), drawing))
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


# --- The content -----------------------------------------------------------------------------


def test_teasers_fit_into_a_list():
    for item in (*POSTS, *PAGES, *RELEASES, *CONVENINGS):
        assert len(item.teaser) <= 160, item.teaser
    assert all(len(series["default_teaser"]) <= 160 for series in SERIES.values())
    assert all(len(mention.note) <= 160 for mention in MENTIONS)
    assert all(post.teaser for post in POSTS if not post.is_draft)


def test_there_are_posts_of_several_years_and_series_for_more_than_two_pages():
    assert len(LIVE_POSTS) >= 26 + 6
    assert {post.when.year for post in LIVE_POSTS if isinstance(post.when, date)} >= {2022, 2023, 2024, 2025}
    assert len({post.series for post in POSTS}) == 4
    assert len({topic for post in POSTS for topic in post.topics}) >= 8


@pytest.mark.indexes
def test_every_body_block_is_used_in_a_post_or_page():
    used = {kind for item in (*POSTS, *PAGES) for kind, _value in item.body}
    assert used == set(BodyBlock().child_blocks)


def test_no_two_photos_are_the_same_drawing():
    drawn = [(picture.scene, picture.seed) for picture in loader.pictures()]
    assert len(drawn) == len(set(drawn))
    assert {scene for scene, _seed in drawn} == set(SCENES)


def test_only_drafts_do_without_a_photo():
    assert all(post.picture for post in POSTS if not post.is_draft)


def test_titles_name_one_page_each():
    titles = [item.title for item in (*POSTS, *PAGES, *MENTIONS)]
    assert len(titles) == len(set(titles))


# --- The language of the texts -----------------------------------------------------------------


def test_text_becomes_paragraphs_and_lists():
    assert (
        rich("""
            One
            sentence.

            - First <b>item</b>
            goes on
            - Second

            1. A step
            2. Another
            """)
        == "<p>One sentence.</p><ul><li>First <b>item</b> goes on</li><li>Second</li></ul>"
        "<ol><li>A step</li><li>Another</li></ol>"
    )


def test_references_are_replaced_by_ids():
    picture = Picture("city", 1, "A city.")
    blocks = [heading("Title", 3), paragraph('See <a page="About">us</a>.'), ("photo", {"photo": picture})]
    assert [str(found) for found in references(blocks)] == ["PageTitled(title='About')", str(picture)]
    assert stored(blocks, lambda reference: 7) == [
        {"type": "heading", "value": {"text": "Title", "level": "3"}},
        {"type": "paragraph", "value": '<p>See <a linktype="page" id="7">us</a>.</p>'},
        {"type": "photo", "value": {"photo": 7}},
    ]


def test_a_table_column_of_numbers_holds_numbers():
    _kind, value = table("Sums", ["What", "Dollars"], ["Wages", 1000])
    assert [column["type"] for column in value["columns"]] == ["text", "number"]


# --- The command -------------------------------------------------------------------------------


def test_an_account_that_exists_keeps_its_password(db):
    get_user_model().objects.create_user("editor", password="my own words")
    loader.make_accounts()
    assert get_user_model().objects.get(username="editor").check_password("my own words")


def test_a_site_with_a_page_is_left_alone(home_page):
    pages = Page.objects.count()
    with pytest.raises(CommandError, match="1 page"):
        load()
    assert Page.objects.count() == pages
    assert not get_user_model().objects.exists()


def test_a_site_with_a_convening_is_left_alone(db):
    ConveningFactory()
    with pytest.raises(CommandError, match="1 convening"):
        load()


def test_a_site_with_a_photo_is_left_alone(db):
    PhotoFactory()
    with pytest.raises(CommandError, match="1 photo"):
        load()
    assert Page.objects.filter(title=loader.WELCOME_TITLE).exists()


def test_nothing_remains_of_a_load_that_fails(db, monkeypatch):
    monkeypatch.setattr(loader.Loader, "write_pages", lambda self: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load()
    assert not Photo.objects.exists()
    assert not Collection.objects.filter(name=loader.COLLECTION).exists()
    assert Page.objects.filter(title=loader.WELCOME_TITLE).exists()


def test_drawings_come_from_other_processes_and_are_the_right_ones(monkeypatch):
    wanted = [Picture("desk", 2, "A desk."), Picture("city", 2, "A city.")]
    monkeypatch.setattr(load_demo, "pictures", lambda: wanted)
    out = StringIO()
    drawings = load_demo.Command(stdout=out).draw_all()
    assert drawings == {picture: draw(picture.scene, picture.seed) for picture in wanted}
    assert isinstance(drawings[wanted[0]], Drawing)
    assert "2 of 2" in out.getvalue()


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
        assert BlogPost.objects.live().count() == sum(
            not post.is_draft and post.day(timezone.localdate()) <= timezone.localdate() for post in POSTS
        )
        assert "/admin/" in demo
        assert loader.PASSWORD in demo

    def test_posts_say_what_they_are(self, demo):
        issue = BlogPost.objects.get(series__name="The Network Download", issue_label="December 2022")
        assert issue.published_on == date(2022, 12, 20)
        assert {topic.name for topic in issue.topics.all()} == {"Budgets", "Housing", "Network"}
        assert [author.name for author in issue.authors] == ["Network team"]
        latest = BlogPost.objects.live().order_by("-published_on").first()
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
        assert len(mentions) == len(MENTIONS) >= 10
        assert len({mention.outlet for mention in mentions}) == len(OUTLETS) >= 6
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
        assert Photo.objects.count() == len(loader.pictures())
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

    @pytest.mark.parametrize(("name", "group"), loader.ACCOUNTS.items())
    def test_everybody_can_log_in_with_their_role(self, demo, client, name, group):
        assert client.login(username=name, password=loader.PASSWORD)
        account = get_user_model().objects.get(username=name)
        assert account.is_superuser is (group is None)
        assert [found.name for found in account.groups.all()] == ([group] if group else [])

    def test_loading_twice_changes_nothing_and_says_so(self, demo):
        before = list(Page.objects.order_by("pk").values()), Revision.objects.count(), Photo.objects.count()
        assert "nothing was changed" in load()
        assert (list(Page.objects.order_by("pk").values()), Revision.objects.count(), Photo.objects.count()) == before
