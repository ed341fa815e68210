"""What sitemaps cost: `python -m scripts.many_pages 20000 -- python -m scripts.time_sitemaps`.

Asks for the index and for each part that it names, without the page cache, and prints seconds, queries, addresses and
the most memory that the process has held so far. Ends with an error when a target of docs/performance.md is missed.
"""

import re
import resource
import sys
import time

import django

SECONDS, MEGABYTES = 1, 150


def main():
    """Measure; returns 1 if a target is missed."""
    django.setup()
    from django.db import connection
    from django.test import Client, override_settings
    from django.test.utils import CaptureQueriesContext

    missed = False
    with override_settings(PAGE_CACHE_ENABLED=False):
        client = Client(headers={"host": "localhost"})
        client.get("/robots.txt")  # the first request loads the whole site
        found = re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml").content.decode())
        for path in ["/sitemap.xml", *("/" + url.split("/", 3)[3] for url in found)]:
            with CaptureQueriesContext(connection) as captured:
                began = time.monotonic()
                response = client.get(path)
                seconds = time.monotonic() - began
            megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            missed = missed or response.status_code != 200 or seconds > SECONDS or megabytes > MEGABYTES
            number = response.content.count(b"<loc>")
            print(f"{path:36} {seconds:6.2f} s {len(captured):3} queries {number:6} addresses {megabytes:5.0f} MB")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
