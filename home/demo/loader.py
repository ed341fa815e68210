"""Makes the demo site out of its content: accounts, photos, documents, terms, pages, settings."""

from datetime import date, timedelta
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.html import strip_tags
from django_tasks.backends.immediate import ImmediateBackend
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page, Site
from wagtail.search.index import insert_or_update_object
from wagtail.utils.file import hash_filelike

from convenings.models import Convening
from core.models import Place, SiteSettings, Topic
from core.roles import EDITORS, PRESS_TEAM, WRITERS
from home.demo import convenings, press_room, releases, terms
from home.demo.body import CREDIT, ConveningNamed, FileNamed, PageTitled, Picture, Reference, references, stored
from home.demo.content import POSTS, front
from home.demo.content.convenings import CONVENINGS
from home.demo.content.coverage import MENTIONS
from home.demo.content.files import FILES
from home.demo.content.post import Post
from home.demo.content.releases import RELEASES
from home.demo.content.standing import PAGES
from home.demo.content.taxonomy import SERIES
from home.demo.illustrations import Drawing
from home.models import HomePage, StandardPage
from images.models import ImageCaption, Photo, Terms
from images.renditions import make_fallback
from images.tasks import prepare_photo
from news.models import Author, BlogIndex, BlogPost, Byline, RelatedPost, Series

# The photos and documents of the demo lie in a collection of their own; it also tells that the demo was loaded.
COLLECTION = "Demo"
WELCOME_TITLE = "Welcome to your new Wagtail site!"
PASSWORD = "local-progress-demo"  # noqa: S105  (public: printed when the demo is loaded)
ACCOUNTS = {"writer": WRITERS, "editor": EDITORS, "press": PRESS_TEAM, "admin": None}


def is_loaded() -> bool:
    """Whether this site got the demo before; editors may have changed it since."""
    return Collection.objects.filter(name=COLLECTION, depth=2).exists()


def other_content() -> str:
    """What this site holds besides Wagtail's welcome page, in a few words; empty if nothing."""
    found = (
        (Page.objects.filter(depth__gt=1).exclude(title=WELCOME_TITLE).count(), "page"),
        (Photo.objects.count(), "photo"),
        (get_document_model().objects.count(), "document"),
        (Convening.objects.count(), "convening"),
    )
    return ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in found if count)


def pictures() -> list[Picture]:
    """Every illustration of the demo, each once."""
    everything = [
        front.SECTIONS,
        [page.body for page in PAGES],
        [item.body for item in (*POSTS, *RELEASES)],
        [convening.description for convening in CONVENINGS],
        [item.picture for item in (*PAGES, *POSTS, *RELEASES, *MENTIONS, *CONVENINGS)],
        [series["picture"] for series in SERIES.values()],
        front.SHARE_PICTURE,
    ]
    return list(dict.fromkeys(found for found in references(everything) if isinstance(found, Picture)))


def makes_photo_files_at_once() -> bool:
    """Whether there is no queue that could make the photos' files later (development); all take minutes."""
    return isinstance(prepare_photo.get_backend(), ImmediateBackend)


class Loader:
    """Loads the demo into an empty site; run it inside a transaction.

    Args:
        drawings: the drawing of each of `pictures()`.
        tell: a function that shows a line of progress.
    """

    def __init__(self, drawings: dict[Picture, Drawing], tell):
        self.drawings = drawings
        self.tell = tell
        self.today = timezone.localdate()
        self.ids: dict[Reference, int] = {}
        self.pages: dict[str, Page] = {}

    def load(self) -> None:
        """Make everything. Pages come first without text, because their texts lead to each other."""
        self.writer = make_accounts()["writer"]
        self.tell("Photos and documents …")
        self.make_files()
        self.tell("Topics, places, series and authors …")
        terms.make(self)
        self.tell("Pages …")
        self.make_pages()
        self.write_settings()
        self.write_pages()
        for item in convenings.written(self):
            publish(item)
        self.tell("Posts …")
        for post in POSTS:
            self.write_post(post)
        self.feature()
        self.tell("Releases …")
        for page in releases.written_pages(self):
            publish(page)

    def make_files(self) -> None:
        """Photos with alt text, caption and credit; documents."""
        collection = Collection.get_first_root_node().add_child(name=COLLECTION)
        photos = {picture: self.photo(picture, drawing, collection) for picture, drawing in self.drawings.items()}
        # All at once, because saving one by one has all sizes of each made, at once where there is no queue.
        Photo.objects.bulk_create(photos.values())
        for picture, photo in photos.items():
            ImageCaption.objects.create(
                photo=photo, caption=f"<p>{picture.caption}</p>", credit=CREDIT, terms=Terms.REPRINT
            )
            make_fallback(photo)
            insert_or_update_object(photo)
            self.ids[picture] = photo.pk
        if not makes_photo_files_at_once():
            transaction.on_commit(lambda: [prepare_photo.enqueue(photo.pk) for photo in photos.values()])
        for name, (title, text) in FILES.items():
            document = get_document_model().objects.create(
                title=title,
                file=ContentFile(text.encode(), name),
                collection=collection,
                uploaded_by_user=self.writer,
            )
            document.get_file_size()  # stores it, so that no page has to look at the file
            self.ids[FileNamed(name)] = document.pk

    def photo(self, picture: Picture, drawing: Drawing, collection: Collection) -> Photo:
        """An illustration as a photo of the library, not saved yet."""
        return Photo(
            title=strip_tags(picture.caption).rstrip("."),
            description=drawing.alt,
            file=ContentFile(drawing.jpeg, f"{picture.scene}-{picture.seed}.jpg"),
            file_size=len(drawing.jpeg),
            file_hash=hash_filelike(BytesIO(drawing.jpeg)),  # by which the same file is known when it comes again
            collection=collection,
            uploaded_by_user=self.writer,
        )

    def make_pages(self) -> None:
        """Home in place of Wagtail's welcome page, and every page below it, unpublished and without text."""
        root = Page.get_first_root_node()
        home = HomePage(title=front.HOME_TITLE, slug="local-progress", teaser=front.HOME_TEASER)
        self.add(root, home)
        self.set_root(home)
        blog = BlogIndex(title=front.BLOG_TITLE, slug="blog", show_in_menus=True, teaser=front.BLOG_TEASER)
        self.add(home, blog)
        press_room.add_pages(self, home)
        convenings.add(self, home)
        for page in PAGES:
            self.add(home, StandardPage(title=page.title, slug=page.slug, show_in_menus=page.in_menu))
        for post in POSTS:
            self.add(blog, BlogPost(title=post.title, slug=post.slug))

    def add(self, parent: Page, page: Page) -> None:
        """Put an unpublished page below its parent and remember it by its title."""
        page.live = False
        page.owner = self.writer
        parent.add_child(instance=page)
        self.pages[page.title] = page
        self.ids[PageTitled(page.title)] = page.pk

    def set_root(self, home: HomePage) -> None:
        """Serve this home page at the site's address."""
        address = urlsplit(settings.BASE_URL)
        site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
        site.hostname = address.hostname
        site.port = address.port or (443 if address.scheme == "https" else 80)
        site.site_name = front.SETTINGS["organization_name"]
        site.root_page = home
        site.save()
        self.site = site
        Page.objects.filter(depth=2, title=WELCOME_TITLE).first().delete()
        home.refresh_from_db()  # its place in the tree may have moved

    def write_settings(self) -> None:
        """Name, contact and footer."""
        site_settings = SiteSettings.for_site(self.site)
        for name, value in front.SETTINGS.items():
            setattr(site_settings, name, value)
        site_settings.footer_links = self.stored(front.FOOTER)
        site_settings.social_links = self.stored(front.SOCIAL)
        site_settings.default_share_image_id = self.ids[front.SHARE_PICTURE]
        site_settings.save()

    def write_pages(self) -> None:
        """Publish home, the blog, the press room and the standing pages."""
        home, blog = self.pages[front.HOME_TITLE], self.pages[front.BLOG_TITLE]
        home.sections = self.stored(front.SECTIONS)
        publish(home)
        blog.introduction = front.BLOG_INTRODUCTION
        publish(blog)
        desk, press_page = press_room.written_pages(self)
        publish(desk)
        publish(press_page)
        press_room.choose_desk(self.site, desk)
        for page in press_room.written_coverage(self):
            publish(page)
        for written in PAGES:
            page = self.pages[written.title]
            page.teaser = written.teaser
            page.lead_photo_id = self.ids.get(written.picture)
            page.body = self.stored(written.body)
            publish(page)

    def write_post(self, written: Post) -> None:
        """Publish a post, schedule it if its day has not come, or leave it a draft."""
        post = self.pages[written.title]
        post.teaser = written.teaser
        day = written.day(self.today)
        post.lead_photo_id = self.ids.get(written.picture)
        post.series = Series.objects.get(name=written.series) if written.series else None
        post.issue_label = written.issue_label(self.today)
        post.topics = Topic.objects.filter(name__in=written.topics)
        post.places = Place.objects.filter(name__in=written.places)
        post.bylines = [Byline(author=Author.objects.get(name=name)) for name in written.authors]
        post.hand_picked = [RelatedPost(related=self.pages[title]) for title in written.related]
        post.body = self.stored(written.body)
        post.convening_id = self.ids.get(ConveningNamed(written.convening))
        if written.is_draft:
            post.save_revision(user=self.writer)
            return
        if day > self.today:
            post.go_live_at = morning_of(day)
        else:
            post.published_at = min(morning_of(day), timezone.now())
        publish(post)

    def feature(self) -> None:
        """Open the blog with a post of our choice."""
        blog = BlogIndex.objects.get(pk=self.ids[PageTitled(front.BLOG_TITLE)])
        blog.featured_post_id = self.ids[PageTitled(front.FEATURED_ON_BLOG)]
        publish(blog)

    def stored(self, blocks) -> list[dict]:
        """Blocks with the ids of what they refer to."""
        return stored(blocks, self.ids.__getitem__)


def publish(page: Page | Convening) -> None:
    """Publish as an editor would, so that search, caches and feeds notice."""
    page.save_revision().publish()


def morning_of(day: date):
    """Nine o'clock on a day, in the site's time zone."""
    midnight = timezone.make_aware(timezone.datetime.combine(day, timezone.datetime.min.time()))
    return midnight + timedelta(hours=9)


def make_accounts() -> dict:
    """One account for each role, by user name; those that exist keep their password and rights."""
    users = get_user_model().objects
    accounts = {}
    for name, group in ACCOUNTS.items():
        account = users.filter(username=name).first()
        if account is None:
            make = users.create_user if group else users.create_superuser
            account = make(name, f"{name}@example.org", PASSWORD)
            if group:
                account.groups.add(Group.objects.get(name=group))
        accounts[name] = account
    return accounts
