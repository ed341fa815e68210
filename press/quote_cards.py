"""Drawing the quote cards of a release, away from any request."""

import hashlib

from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from core.blocks.body import statements
from core.models import SiteSettings
from core.rich_text import one_line
from core.share_images import png, quote_card
from page_cache import changed
from texts.clean import cleaned

from .models import QuoteCard

_LOOK = b"1"  # counted up when cards look different, so that all are drawn anew


def draw(release):
    """Have a published release show one card for each statement, and any other release none.

    Cards of words that have not changed stay as they are, at their addresses.
    """
    lacking = remove_outdated(release)
    for anchor, content in lacking.items():
        _draw_one(release, anchor, content)
    if lacking:
        changed()


def remove_outdated(release):
    """Remove the cards, with their files, that do not show what the release says now; all if it is not public.

    Returns:
        what must be drawn: a dict of anchor and content.
    """
    wanted = dict(_contents(release)) if release.live else {}
    for card in release.quote_cards.all():
        if card.anchor in wanted and card.digest == _digest(wanted[card.anchor]):
            del wanted[card.anchor]
        else:
            card.delete()
    return wanted


def _contents(release):
    """Pairs of anchor and what is drawn: words, speaker, title and place, organization; none outside every site."""
    site = release.get_site()
    if site is None:
        return
    organization = SiteSettings.for_site(site).organization_name
    for anchor, value in statements(release.body):
        role = ", ".join(part.strip() for part in (value["title"], value["place"]) if part.strip())
        yield anchor, cleaned((one_line(value["words"].source), value["speaker"].strip(), role, organization))


def _digest(content):
    return hashlib.sha256(_LOOK + "\0".join(content).encode()).hexdigest()


def _draw_one(release, anchor, content):
    words, speaker, role, _organization = content
    alt = _("“%(words)s” – %(speaker)s") % {"words": words, "speaker": ", ".join(filter(None, [speaker, role]))}
    card = QuoteCard(release=release, anchor=anchor, digest=_digest(content), alt=alt)
    card.file.save("card.png", ContentFile(png(quote_card(*content))))
