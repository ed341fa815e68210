"""What is done with the site from within, in a process with its settings: `python -m scripts.bench.inside`.

Prints a JSON object: `database` with its version, and `pages` as a list of objects with `name`, `path` and `status`,
with the queries that it takes with and without the page cache (`queries_warm`, `queries_uncached`), and what it
takes as the first page after a change of the site, when nothing is remembered (`queries_first`, `cpu_first` in ms).
"""

import json
import time
from statistics import median

import django

ROUNDS = 7


def main():
    """Complete the site and look at its pages."""
    django.setup()
    from django.db import connection

    complete_photos()
    version = ".".join(map(str, connection.get_database_version()))
    print(json.dumps({"database": f"{connection.display_name} {version}", "pages": [*pages()]}))


def complete_photos():
    """Give every photo all the files that pages could show, but empty ones: encoding them would take minutes.

    Pages come out the same, for they show addresses and sizes only.
    """
    from django.core.files.base import ContentFile
    from wagtail.images.models import Filter

    from images.models import Photo, PhotoRendition
    from images.presets import all_specs

    for photo in Photo.objects.all():
        stem = photo.file.name.rpartition("/")[2].rpartition(".")[0]
        existing = set(photo.renditions.values_list("filter_spec", flat=True))
        for wanted in map(Filter, set(all_specs()) - existing):
            width, height = map(round, wanted.get_transform(photo).size)
            key = wanted.get_cache_key(photo)
            name = ".".join(filter(None, [stem, key, wanted.spec.replace("|", "."), "image"]))
            rendition = PhotoRendition(
                image=photo, filter_spec=wanted.spec, focal_point_key=key, width=width, height=height
            )
            rendition.file.name = rendition.file.storage.save(f"images/{name}", ContentFile(b""))
            PhotoRendition.objects.bulk_create([rendition])  # save() would measure the file


def pages():
    """One page of each type, and the longest post, each with its queries."""
    from django.db.models import Count

    from home.models import StandardPage
    from news.models import BlogIndex, BlogPost, Series

    blog = BlogIndex.objects.live().get()
    listing = blog.get_url_parts()[2]
    series = Series.objects.annotate(size=Count("posts")).order_by("-size").first()
    posts = list(BlogPost.objects.published().newest_first())
    longest = max(posts, key=lambda post: len(post.body.raw_data))
    addresses = {
        "home": "/",
        "list": listing,
        "list, page 2": f"{listing}?page=2",
        "list, filtered": f"{listing}?series={series.slug}",
        "newest post": posts[0].get_url_parts()[2],
        "longest post": longest.get_url_parts()[2],
        "standard page": StandardPage.objects.live().first().get_url_parts()[2],
        "feed (RSS)": f"{listing}feed.rss",
        "404": "/no-such-page/",
    }
    for name, path in addresses.items():
        status = 404 if name == "404" else 200
        yield {
            "name": name,
            "path": path,
            "status": status,
            **costs(path, status),
        }


def costs(path, status):
    """Queries and CPU time of a page; see above."""
    from django.db import connection
    from django.test import Client, override_settings
    from django.test.utils import CaptureQueriesContext

    from page_cache import changed

    def ask(client):
        """Ask for the page; returns the number of queries and CPU milliseconds."""
        with CaptureQueriesContext(connection) as captured:
            began = time.process_time()
            response = client.get(path)
            used = time.process_time() - began
        if response.status_code != status:
            raise RuntimeError(f"{path} answered {response.status_code} instead of {status}.")
        return len(captured), 1000 * used

    first = []
    with override_settings(PAGE_CACHE_ENABLED=False):
        client = Client(headers={"host": "localhost"})
        for _ in range(ROUNDS):
            changed()
            first.append(ask(client))
            uncached, _cpu = ask(client)
    client = Client(headers={"host": "localhost"})
    for _ in range(ROUNDS):
        warm, _cpu = ask(client)
    return {
        "queries_warm": warm,
        "queries_uncached": uncached,
        "queries_first": first[-1][0],  # the very first one also finds what is remembered for ever
        "cpu_first": median(cpu for _queries, cpu in first),
    }


if __name__ == "__main__":
    main()
