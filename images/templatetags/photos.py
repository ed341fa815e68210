"""`{% photo %}`: the one component that shows a photo."""

from django import template
from django.template.loader import get_template
from wagtail.rich_text import RichText

from images.presets import FALLBACK_SPEC, PRESETS

register = template.Library()


def picture_sources(photo, preset):
    """What a `picture` element needs, made only of files that exist: nothing is encoded here.

    Args:
        photo: a `Photo`, best from `Photo.objects.for_display(...)`.
        preset: a `Preset`.

    Returns:
        None if there is no file yet that every browser shows, else a dict with `sources` (list of `type`
        and `srcset`, best format first), `src`, `srcset`, `width` and `height` (CSS pixels of the widest crop).
    """
    files = photo.files
    by_format = [
        (file_format, [files[spec] for spec in preset.specs(file_format) if spec in files])
        for file_format in preset.formats
    ]
    *better, (_common, for_all) = by_format
    shown = for_all[-1] if for_all else files.get(FALLBACK_SPEC)
    if shown is None:
        return None
    return {
        "sources": [
            {"type": f"image/{file_format}", "srcset": srcset(found)} for file_format, found in better if found
        ],
        "src": shown.url,
        "srcset": srcset(for_all),
        "width": shown.width,
        "height": shown.height,
    }


def srcset(files):
    """The value of a `srcset` attribute for these `PhotoFile`s."""
    return ", ".join([f"{file.url} {file.width}w" for file in files])


@register.simple_tag
def picture(photo, preset, alt=None, priority=False):
    """A photo alone, without caption.

    Args:
        photo: the `Photo`, or None for nothing at all.
        preset: the name of a preset in `images.presets`.
        alt: the alt text of this use; the photo's own if None, decorative if empty.
        priority: True for the lead photo, which the browser then fetches first; others load late.
    """
    if not photo:
        return ""
    use = (preset, alt, priority)
    if use not in photo.pictures:  # the photos of cards are remembered, and so is their markup
        photo.pictures[use] = _picture(photo, *use)
    return photo.pictures[use]


def _picture(photo, preset, alt, priority):
    chosen = PRESETS[preset]
    context = {
        "picture": picture_sources(photo, chosen),
        "sizes": chosen.sizes,
        "alt": photo.default_alt_text if alt is None else alt,
        "decorative": alt == "",
        "priority": priority,
        "preset": preset,
    }
    return get_template("components/picture.html").render(context)


@register.inclusion_tag("components/photo.html")
def photo(photo, preset="wide", alt=None, caption=None, priority=False):
    """A photo with its caption and credit: `figure` and `figcaption`.

    Args:
        photo, preset, alt, priority: as for `picture`.
        caption: rich text of this use; the photo's own caption if empty. The credit is always the photo's.
    """
    written = getattr(photo, "image_caption", None) if photo else None
    return {
        "photo": photo,
        "preset": preset,
        "alt": alt,
        "priority": priority,
        "caption": caption or RichText(written.caption if written else ""),
        "credit": written.credit if written else "",
        "credit_url": written.credit_url if written else "",
    }
