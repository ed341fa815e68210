"""The rehearsal of an embargo: is there anything public that tells of the release?

Every surface is fetched without signing in, and searched for what only the release says. `manage.py
rehearse_embargo` and the button in the editor do the same.
"""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from core import leaks
from core.files import is_public, used_by
from images.models import Photo, has_secret_name

from .models import EmbargoRehearsal

SHORTEST = 12  # letters; a shorter text stands on some page by chance


def rehearse(rehearsal):
    """Fill in what there is to report about the release of an `EmbargoRehearsal`, and save it."""
    release = rehearsal.release.get_latest_revision_as_object()
    rehearsal.lines = list(report(release))
    rehearsal.finished_at = timezone.now()
    rehearsal.save(update_fields=["lines", "finished_at"])


def begin(release, user=None):
    """A new `EmbargoRehearsal` of a release; the earlier ones go."""
    EmbargoRehearsal.objects.filter(release=release).delete()
    return EmbargoRehearsal.objects.create(release=release, started_by=user)


def report(release):
    """Yield a line for each address and each photo: a dict of `surface`, `address`, `outcome` and `leaks`.

    The outcome is "clean", "leak", or "failed" for what could not be looked at; `leaks` are sentences or the texts
    that were found.

    Args:
        release: a `PressRelease`, as its newest draft has it.
    """
    if release.live:
        yield line("timing", release.url, [_("The release is public.")])
        return
    for finding in leaks.search([release, *aliases_of(release)], secrets_of(release)):
        failed = finding.status >= 500 or finding.status == 400
        yield line(finding.surface, finding.address, finding.leaks, "failed" if failed else "clean")
    for photo in sorted((file for file in used_by(release) if isinstance(file, Photo)), key=lambda file: file.pk):
        guessable = not (is_public(photo) or has_secret_name(photo))
        problem = _("The name of its file can be guessed. Upload the photo again.")
        yield line("photo", photo.title, [problem] if guessable else [])


def line(surface, address, leaks, otherwise="clean"):
    """One line of the report."""
    outcome = "leak" if leaks else otherwise
    return {"surface": surface, "address": address or "", "outcome": outcome, "leaks": leaks}


def secrets_of(release):
    """What only the release says: headline, subhead, teaser, address, and its own documents and photos by name.

    The addresses of its aliases are among them.

    Of several versions: the newest draft and what is scheduled. Texts that other public pages rightly have are
    left out: those that are short, and the files that public pages use as well.
    """
    versions = [release, *(revision.as_object() for revision in _scheduled(release))]
    texts = {text for one in versions for text in (one.title, one.subhead, one.teaser, one.seo_title)}
    texts = {text for text in texts if len(text) >= SHORTEST}
    addresses = {one.get_url() for one in (*versions, *aliases_of(release))} - {None}
    return sorted(texts | addresses | {name for one in versions for name in _file_names(one)})


def aliases_of(page):
    """The aliases of a page and the aliases of these, as their page type has them."""
    found = []
    for alias in page.aliases.specific():
        found += [alias, *aliases_of(alias)]
    return found


def _scheduled(release):
    return release.revisions.exclude(approved_go_live_at=None)


def _file_names(release):
    for file in used_by(release):
        if is_public(file):
            continue
        if isinstance(file, get_document_model()):
            yield file.filename
        elif has_secret_name(file):
            yield Path(file.file.name).stem.partition("-")[0]
