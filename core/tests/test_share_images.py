"""Share images: any text is set within its place, and what the font lacks leaves the mark alone."""

import io

import pytest
from django.contrib.staticfiles import finders
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor

from core.share_images import HEIGHT, INK, MARGIN, PAPER, WIDTH, can_set, headline_card, png, quote_card, set_words

INK_RGB = ImageColor.getrgb(INK)
LATIN = st.text(st.characters(max_codepoint=0x17F, categories=("L", "N", "P", "Zs", "Cc")), max_size=700)


def ink(image, box):
    """The part of a box in which something is drawn, or None."""
    part = image.crop(box)
    return ImageChops.difference(part, Image.new("RGB", part.size, PAPER)).getbbox()


def card(
    words="We govern together.", speaker="Board member", role="Council member, Ohio", organization="Local Progress"
):
    return quote_card(words, speaker, role, organization)


class TestQuoteCard:
    """What stands on it."""

    @settings(max_examples=200, deadline=None)
    @given(words=LATIN, speaker=LATIN, role=LATIN, organization=LATIN)
    def test_no_text_leaves_its_place(self, words, speaker, role, organization):
        image = card(words, speaker, role, organization)
        assert image.size == (WIDTH, HEIGHT)
        assert ink(image, (0, 20, MARGIN - 10, HEIGHT)) is None
        assert ink(image, (WIDTH - MARGIN + 10, 20, WIDTH, HEIGHT)) is None
        assert ink(image, (0, HEIGHT - MARGIN + 10, WIDTH, HEIGHT)) is None
        if all(map(can_set, (words, speaker, role))):
            assert ink(image, (MARGIN, 455, WIDTH - MARGIN, 467)) is None  # between the words and the name

    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.text("abcdefghij", min_size=1, max_size=30), max_size=60))
    def test_no_word_is_lost_but_for_an_ellipsis(self, words):
        setting = set_words(" ".join(words))
        shown, whole = "".join(setting.lines).replace(" ", ""), "".join(words)
        assert shown == whole or (shown.endswith("…”") and whole.startswith(shown[:-2]))

    def test_short_words_are_set_larger_than_long_ones(self):
        assert set_words("Yes.").size > set_words("Yes, and " * 20).size > set_words("Yes, and " * 60).size

    @pytest.mark.parametrize("letters", ["é ñ ő ž", "ş ğ Ł ı İ đ ț", "“It’s €5 – or more…”"])
    def test_the_font_has_the_letters_of_our_neighbors(self, letters):
        assert can_set(letters)

    @pytest.mark.parametrize("words", ["正義", "العدالة", "Yes 🎉"])
    def test_another_script_leaves_the_mark_alone(self, words):
        assert not can_set(words)
        assert ink(card(words), (0, 0, 400, HEIGHT)) is None
        assert ink(card(words), (450, 165, 750, 465)) is not None

    def test_another_script_beside_the_mark_leaves_the_words(self):
        assert ink(card(organization="正義"), (0, 0, 400, HEIGHT)) is not None

    def test_letters_with_separate_accents_are_drawn_as_one(self):
        assert card("cafe\u0301").tobytes() == card("café").tobytes()

    def test_the_file_is_small(self):
        data = png(card("Cities and counties showed that a better rule is possible. " * 4))
        assert Image.open(io.BytesIO(data)).size == (WIDTH, HEIGHT)
        assert len(data) < 80_000


HEADLINE = st.one_of(
    st.text(st.characters(max_codepoint=0x17F, categories=("L", "N", "P", "Zs")), max_size=255),
    st.text("abcdefWMñőşĺ", min_size=30, max_size=255),  # one long word
)


def headline(words="We govern together", kind="Press release", date="October 14, 2026", organization="Local Progress"):
    return headline_card(words, kind, date, organization)


class TestHeadlineCard:
    """What stands on the card of a page."""

    @settings(max_examples=200, deadline=None)
    @given(words=HEADLINE, kind=LATIN, organization=LATIN)
    def test_no_headline_leaves_its_place(self, words, kind, organization):
        image = headline(words, kind, organization=organization)
        assert image.size == (WIDTH, HEIGHT)
        assert ink(image, (0, 0, MARGIN - 10, 500)) is None
        assert ink(image, (WIDTH - MARGIN + 10, 0, WIDTH, 500)) is None
        if can_set(words):
            assert ink(image, (0, 0, WIDTH, 50)) is None
            assert ink(image, (0, 492, WIDTH, 506)) is None  # above the band
            assert image.crop((0, 506, MARGIN - 10, HEIGHT)).getcolors() == [((MARGIN - 10) * (HEIGHT - 506), INK_RGB)]

    @pytest.mark.parametrize("letter", ["j", "ĵ", "ǰ", "Æ", "W", "f", "T", "”"])
    def test_a_letter_with_an_overhang_stays_within_the_margins(self, letter):
        for image in (headline(letter), headline(f"{letter * 9} {letter * 9}"), card(letter)):
            assert ink(image, (0, 100, MARGIN - 10, 440)) is None
            assert ink(image, (WIDTH - MARGIN + 10, 100, WIDTH, 440)) is None

    @settings(max_examples=100, deadline=None)
    @given(st.lists(st.text("abcdefghij", min_size=1, max_size=20), min_size=1, max_size=12))
    def test_a_headline_is_shown_whole(self, words):
        assert " ".join(set_words(" ".join(words), end="…").lines) == " ".join(words)

    def test_lines_are_even(self):
        lines = set_words("Local Progress and 120 elected officials call on the agency to finish the rule").lines
        assert min(map(len, lines)) > max(map(len, lines)) * 0.6

    def test_a_long_word_is_set_smaller_rather_than_broken(self):
        assert "unaccountablerentsettingsoftware" in set_words("On unaccountablerentsettingsoftware").lines

    def test_another_script_leaves_the_mark_alone(self):
        assert headline("正義").tobytes() == headline("العدالة").tobytes() != headline().tobytes()

    @pytest.mark.parametrize("other", ["kind", "date", "organization"])
    def test_another_script_beside_it_leaves_the_headline(self, other):
        assert headline(**{other: "正義"}).tobytes() == headline(**{other: ""}).tobytes()

    def test_the_site_has_the_mark_for_what_has_no_image_of_its_own(self):
        with Image.open(finders.find("img/share.png")) as image:
            assert image.size == (WIDTH, HEIGHT)
