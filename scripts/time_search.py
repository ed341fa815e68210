"""What the search costs: `python -m scripts.many_pages 20000 -- python -m scripts.time_search`.

Asks for words of titles all over the site, alone and in pairs, misspelled too, and with filters, without the page
cache. Each question is a new one; what pages have in common is remembered, as visitors meet it. Some are asked right
after a change of the site, when nothing is. Prints the 50th and 95th percentile and the slowest in milliseconds of
server time, and the most queries. Ends with an error when the target of docs/performance.md is missed.
"""

import random
import statistics
import sys
import time

import django

MILLISECONDS = 100
QUESTIONS = 200


def questions(chance):
    """Yield what is measured, and the address, as people type it, from the words of the site."""
    from wagtail.models import Page

    titles = list(Page.objects.live().filter(depth__gt=3).order_by("pk").values_list("title", flat=True))
    for number in range(QUESTIONS):
        words = [word for word in chance.choice(titles).split() if word.isalpha()] or ["housing"]
        word = chance.choice(words)
        yield "one word", "/search/", {"q": word}
        yield "two words", "/search/", {"q": " ".join(words[:2])}
        yield "while typing", "/search/suggest/", {"q": word[:4]}
        if number % 4 == 0:
            yield "with a filter", "/search/", {"q": word, "kind": "release"}
            yield "newest first", "/search/", {"q": word, "sort": "date"}
            yield "misspelled", "/search/", {"q": word[:2] + word[3:]}
            yield "after a change", "/search/", {"q": word}


def asked(client, path, query):
    """The milliseconds and the queries that an answer takes.

    Raises:
        SystemExit: if there is no answer.
    """
    from django.db import connection, reset_queries
    from django.test.utils import CaptureQueriesContext

    reset_queries()  # it keeps no more than some thousands
    with CaptureQueriesContext(connection) as captured:
        began = time.monotonic()
        response = client.get(path, query)
        milliseconds = (time.monotonic() - began) * 1_000
    if response.status_code != 200:
        raise SystemExit(f"{query} is answered {response.status_code}")
    return milliseconds, len(captured)


def main():
    """Measure; returns 1 if the target is missed."""
    django.setup()
    from django.test import Client, override_settings

    from page_cache import changed

    taken = {}
    with override_settings(PAGE_CACHE_ENABLED=False):
        client = Client(headers={"host": "localhost"})
        for words in ("housing", "housng"):  # the first requests load the whole site
            client.get("/search/", {"q": words})
        every = list(questions(random.Random(7)))  # noqa: S311  (no secret)
        for sort, path, query in sorted(every, key=lambda question: question[0] == "after a change"):
            if sort == "after a change":
                changed()
            taken.setdefault(sort, []).append(asked(client, path, query))
    taken["all but those"] = [one for sort, rows in taken.items() if sort != "after a change" for one in rows]
    for sort, rows in taken.items():
        times = [milliseconds for milliseconds, _queries in rows]
        half, most = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        print(
            f"{sort:15} {len(times):4} asked  p50 {half:6.1f} ms  p95 {most:6.1f} ms  slowest {max(times):6.1f} ms"
            f"  at most {max(queries for _milliseconds, queries in rows)} queries"
        )
    return int(most > MILLISECONDS)


if __name__ == "__main__":
    sys.exit(main())
