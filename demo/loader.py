"""Make the demo site out of demo/content: accounts, photos, documents, terms, pages, settings."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.html import strip_tags
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page, Site
from wagtail.search.index import insert_or_update_object
from wagtail.utils.file import hash_filelike

from convenings.models import Convening
from core.demo_accounts import NAMES, PASSWORD
from core.roles import EDITORS, PRESS_TEAM, WRITERS
from images.models import ImageCaption, Photo, Terms
from images.renditions import make_fallback
from images.tasks import prepare_photo

from .importer import Importer

CONTENT = Path(__file__).parent / "content"
# The photos and documents of the demo lie in a collection of their own; it also tells that the demo was loaded.
COLLECTION = "Demo"
WELCOME_TITLE = "Welcome to your new Wagtail site!"
GROUPS = {"writer": WRITERS, "editor": EDITORS, "press": PRESS_TEAM}


def is_loaded() -> bool:
    """Return whether this site got the demo before; editors may have changed it since."""
    return Collection.objects.filter(name=COLLECTION, depth=2).exists()


def other_content() -> str:
    """Return what this site holds besides Wagtail's welcome page, in a few words; empty if nothing."""
    found = (
        (Page.objects.filter(depth__gt=1).exclude(title=WELCOME_TITLE).count(), "page"),
        (Photo.objects.count(), "photo"),
        (get_document_model().objects.count(), "document"),
        (Convening.objects.count(), "convening"),
    )
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in found if count)


def makes_photo_files_at_once() -> bool:
    """Return whether there is no queue that could make the photos' files later (development); all take minutes."""
    return isinstance(prepare_photo.get_backend(), ImmediateBackend)


def load(tell: Callable[[str], object]) -> None:
    """Load the demo into an empty site; run it inside a transaction.

    Args:
        tell: shows a line of progress.
    """
    writer = make_accounts()["writer"]
    tell("Photos and documents …")
    files = make_files(Importer(CONTENT, {}).yaml("files.yaml"), writer)
    importer = Importer(CONTENT, files, writer)
    tell("Topics, places, series and authors …")
    importer.add_terms("terms.yaml")
    tell("Pages …")
    importer.add_pages(Page.get_first_root_node())
    write_settings(importer, set_root(importer.made["/"]))
    importer.publish_pages()


def make_accounts() -> dict:
    """Make one account for each role, by user name; those that exist keep their password and rights."""
    users = get_user_model().objects
    encoded = make_password(PASSWORD)  # once, because it takes long on purpose
    accounts = {}
    for name in NAMES:
        account = users.filter(username=name).first()
        if account is None:
            is_admin = name not in GROUPS
            rights = {"is_superuser": is_admin, "is_staff": is_admin}
            account = users.create(username=name, email=f"{name}@example.org", password=encoded, **rights)
            account.groups.set(Group.objects.filter(name=GROUPS.get(name)))
        accounts[name] = account
    return accounts


def read_photo(name: str) -> bytes:
    """Return the photo of this name."""
    return (CONTENT / "photos" / name).read_bytes()


def make_files(listed: dict, owner) -> dict:
    """Make photos with alt text, caption and credit, and documents; return them by the names of their files."""
    collection = Collection.get_first_root_node().add_child(name=COLLECTION)
    common = {"collection": collection, "uploaded_by_user": owner}
    photos = {}
    for name, words in listed["photos"].items():
        data = read_photo(name)
        photos[name] = Photo(
            title=words.get("title") or strip_tags(words["caption"]).rstrip("."),
            description=words["alt"],
            file=ContentFile(data, name),
            file_size=len(data),
            file_hash=hash_filelike(BytesIO(data)),  # by which the same file is known when it comes again
            **common,
        )
    # All at once, because saving one by one has all sizes of each made, at once where there is no queue.
    Photo.objects.bulk_create(photos.values())
    for name, photo in photos.items():
        caption = f"<p>{listed['photos'][name]['caption']}</p>"
        ImageCaption.objects.create(photo=photo, caption=caption, credit=listed["credit"], terms=Terms.REPRINT)
        make_fallback(photo)
        insert_or_update_object(photo)
    if not makes_photo_files_at_once():
        transaction.on_commit(lambda: [prepare_photo.enqueue(photo.pk) for photo in photos.values()])
    documents = {}
    for name, title in listed["documents"].items():
        file = ContentFile((CONTENT / "documents" / name).read_bytes(), name)
        documents[name] = get_document_model().objects.create(title=title, file=file, **common)
        documents[name].get_file_size()  # stores it, so that no page has to look at the file
    return photos | documents


def set_root(home: Page) -> Site:
    """Serve this home page at the site's URL, in place of Wagtail's welcome page."""
    url = urlsplit(settings.BASE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname = url.hostname
    site.port = url.port or (443 if url.scheme == "https" else 80)
    site.site_name = home.title
    site.root_page = home
    site.save()
    Page.objects.filter(depth=2, title=WELCOME_TITLE).first().delete()
    return site


def write_settings(importer: Importer, site: Site) -> None:
    """Set name, contact and footer."""
    for label, fields in importer.yaml("settings.yaml").items():
        importer.fill(apps.get_model(label).for_site(site), fields).save()
