"""The sizes in which pages show photos. Templates can name a preset and nothing else."""

from dataclasses import dataclass

FORMATS = ("avif", "webp", "jpeg")


@dataclass(frozen=True)
class Preset:
    """One way to show a photo.

    Attributes:
        crops: Wagtail's resize rules, one for each width offered to the browser, narrowest first.
        sizes: the HTML `sizes` attribute: how wide the photo is shown at which window width.
        formats: the file formats offered, best first; the last one is for every browser.
    """

    crops: tuple[str, ...]
    sizes: str
    formats: tuple[str, ...] = FORMATS

    def specs(self, file_format):
        """The filter specs of one format, narrowest first, as Wagtail's `{% picture %}` would build them."""
        return [f"format-{file_format}|{crop}" for crop in self.crops]

    @property
    def all_specs(self):
        """Every filter spec of this preset."""
        return [spec for file_format in self.formats for spec in self.specs(file_format)]


_CARD = ("fill-400x267", "fill-800x533")
_WHOLE = ("width-480", "width-800", "width-1600")

# Presets of the same crops share their files; they differ in how wide the page shows them.
PRESETS = {
    # Three to a row on a desktop, the whole width on a phone.
    "card": Preset(_CARD, "(min-width: 54rem) 23rem, (min-width: 44rem) 45vw, 92vw"),
    # The card that opens a list.
    "lead": Preset(_CARD, "(min-width: 54rem) 43rem, 92vw"),
    # The whole width of the page: lead photos.
    "wide": Preset(_WHOLE, "(min-width: 76rem) 74rem, 94vw"),
    # The width of the text: photos in the body.
    "text": Preset(_WHOLE, "(min-width: 44rem) 41rem, 94vw"),
    # Two or three beside each other in a text, the whole width on a phone.
    "gallery": Preset(_CARD, "(min-width: 54rem) 23rem, (min-width: 32rem) 45vw, 94vw"),
    # Half the page on a desktop: the opening, a text with photo.
    "half": Preset(_WHOLE, "(min-width: 76rem) 36rem, (min-width: 54rem) 48vw, 94vw"),
    # Whole and small, in rows of coverage and releases.
    "row": Preset(_WHOLE[:1], "(min-width: 44rem) 14rem, 8rem"),
    # A small square: people.
    "square": Preset(("fill-320x320",), "10rem"),
    # What social networks and chat programs show with a link (OpenGraph: 1200×630).
    "share": Preset(("fill-1200x630",), "", formats=("jpeg",)),
}

# Made within the upload, so that a photo can be shown before the worker has made the rest.
FALLBACK_SPEC = "format-jpeg|width-800"


def all_specs():
    """Every filter spec that any preset uses, cheap formats first.

    AVIF takes up to two seconds of CPU each, so it comes last: a page has a good photo early.
    """
    specs = {spec: None for preset in PRESETS.values() for spec in preset.all_specs}
    return sorted(specs, key=lambda spec: "avif" in spec)
