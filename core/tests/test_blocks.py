"""The blocks of a text."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.images.models import Filter

from core.blocks.body import BodyBlock, render_bodies, word_count
from images.blocks import photo_ids
from images.models import Photo
from images.presets import PRESETS
from images.renditions import prepare
from images.tests.factories import PhotoFactory, image_file


def stream(*blocks):
    return BodyBlock().to_python(
        [{"type": name, "value": value, "id": str(index)} for index, (name, value) in enumerate(blocks)]
    )


def html(*blocks):
    return BodyBlock().render(stream(*blocks))


def test_two_headings_of_one_name_have_two_addresses():
    heading = ("heading", {"text": "What we won", "level": "2"})
    text = html(heading, heading)
    assert 'id="what-we-won"' in text
    assert 'id="what-we-won-2"' in text


def test_what_editors_type_is_escaped():
    text = html(
        ("quote", {"text": "<script>alert(1)</script>", "attribution": "<b>", "role": ""}),
        ("heading", {"text": "<img src=x>", "level": "2"}),
    )
    assert "<script>" not in text
    assert "<img src=x>" not in text


def test_a_block_of_a_kind_that_no_longer_exists_is_left_out():
    first = stream(("gone", "x"), ("paragraph", "<p>First</p>"))
    second = stream(("paragraph", "<p>Second</p>"))
    assert ["First" in one for one in render_bodies([first, second])] == [True, False]


def test_a_video_of_another_site_is_refused():
    block = BodyBlock().child_blocks["embed"]
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"url": "https://example.org/video", "title": "A video"}))


def test_a_video_that_is_no_longer_allowed_shows_no_frame():
    assert "<iframe" not in html(("embed", {"url": "https://example.org/video", "title": "A video"}))


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ({"label": "", "page": None, "url": ""}, "url"),
        ({"label": "", "page": None, "url": "https://example.org/"}, "label"),
    ],
)
def test_a_link_needs_a_goal_and_words(value, field):
    block = BodyBlock().child_blocks["call_to_action"].child_blocks["link"]
    with pytest.raises(ValidationError) as refused:
        block.clean(block.to_python(value))
    assert field in refused.value.block_errors


def test_a_statement_names_its_speaker_unless_it_is_a_draft():
    block = BodyBlock().child_blocks["statement"]
    value = block.to_python({"speaker": "", "title": "", "place": "", "words": "<p>Words</p>"})
    with pytest.raises(ValidationError):
        block.clean(value)
    assert block.clean_deferred(value)


@pytest.mark.django_db
def test_a_decorative_photo_has_no_alt_text_unless_it_is_a_draft():
    block, photo = BodyBlock().child_blocks["photo"], PhotoFactory()
    both = block.to_python({"photo": photo.pk, "own_caption": "", "own_alt": "Six people", "decorative": True})
    with pytest.raises(ValidationError) as refused:
        block.clean(both)
    assert set(refused.value.block_errors) == {"decorative"}
    assert block.clean_deferred(both)
    assert block.clean(block.normalize({**both, "own_alt": " "}))


@pytest.mark.django_db
@pytest.mark.parametrize("in_a_gallery", [False, True])
class TestOneUseOfAPhoto:
    """Caption and alt text may differ in one use, alone or in a gallery; the credit never does."""

    @pytest.fixture
    def shown(self, in_a_gallery):
        photo = PhotoFactory(description="The photo’s alt text", caption="<p>The photo’s caption</p>", credit="Staff")

        def shown(**use):
            use = {"photo": photo.pk, **use}
            return html(("gallery", {"title": "", "photos": [use]}) if in_a_gallery else ("photo", use))

        return shown

    def test_everything_comes_from_the_photo(self, shown):
        for words in ('alt="The photo’s alt text"', "The photo’s caption", "Staff"):
            assert words in shown()
            assert words in shown(own_alt="", own_caption="", decorative=False)

    def test_its_own_caption(self, shown):
        text = shown(own_caption="<p>The caption <b>here</b></p>")
        assert "The caption <b>here</b>" in text
        assert "The photo’s caption" not in text
        assert "Staff" in text

    def test_its_own_alt_text(self, shown):
        text = shown(own_alt='The "alt" text here')
        assert 'alt="The &quot;alt&quot; text here"' in text
        assert "The photo’s alt text" not in text

    def test_a_decorative_photo(self, shown):
        assert 'alt=""' in shown(decorative=True)
        assert 'alt=""' in shown(decorative=True, own_alt="A draft may have both")

    def test_a_photo_that_has_been_deleted_leaves_no_trace(self, shown):
        Photo.objects.all().delete()
        assert "<figcaption" not in shown()
        assert "<img" not in shown()


@pytest.mark.django_db
def test_a_gallery_shows_crops_around_the_focal_point():
    photo = PhotoFactory(file=image_file(size=(600, 1200)), focal_point_x=300, focal_point_y=1100)
    photo.focal_point_width = photo.focal_point_height = 100
    photo.save()
    prepare(photo)
    crop = Filter(PRESETS["gallery"].specs("jpeg")[0])
    wanted = photo.find_existing_renditions(crop)[crop]
    assert wanted.focal_point_key
    assert wanted.url in html(("gallery", {"title": "", "photos": [{"photo": photo.pk}]}))


def test_counts_the_words_of_the_text():
    assert (
        word_count(
            stream(
                ("paragraph", "<p>One two <b>three</b></p>"),
                ("quote", {"text": "four five", "attribution": "", "role": ""}),
            )
        )
        == 5
    )


@pytest.mark.django_db
def test_finds_the_photos_of_a_stream_without_reading_it(django_assert_num_queries):
    photos = PhotoFactory.create_batch(3)
    value = stream(
        ("photo", {"photo": photos[0].pk}),
        (
            "gallery",
            {"photos": [{"photo": photos[1].pk}, {"type": "item", "value": {"photo": photos[2].pk}, "id": "x"}]},
        ),
        ("photo", {"photo": None}),
        ("paragraph", "<p>x</p>"),
    )
    with django_assert_num_queries(0):
        assert photo_ids(value.stream_block, value.raw_data) == {photo.pk for photo in photos}
