"""The real server over a database of its own: crowds after a change, floods of inquiries, and the database gone.

Slow to set up (a database server, migrations, granian), so all of it is done once.
"""

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlencode

import psycopg2
import pytest

from media_inquiries.inquiry_form.spam import QUICKEST
from scripts import postgres

pytestmark = pytest.mark.postgres

ROOT = Path(__file__).resolve().parent.parent
PROCESSES = 2
CROWD = 200
FLOOD = 2000
ASK = "/press/media-inquiries/ask/"
PATIENCE = 60  # seconds for anything that is waited for
SETTINGS = """
from lp_cms.settings.production import *
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
"""
BUILD = "from tests.sample_site import build; build()"
RENAME = """
from news.models import BlogPost
post = BlogPost.objects.get(slug="words-only")
post.title = {title!r}
post.save_revision().publish()
"""


class Served:
    """A sample site in production form, on a database server that can be stopped."""

    def __init__(self, database, folder):
        self.database = database
        self.port = postgres.free_port()
        (folder / "settings_of_the_outage.py").write_text(SETTINGS)
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "settings_of_the_outage",
            "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)]),
            "DATABASE_URL": f"{database.url.rpartition('/')[0]}/postgres",
            "VAR_DIR": str(folder / "var"),
            "MEDIA_ROOT": str(folder / "media"),
            "REDIS_URL": "",
            "SECRET_KEY": "vT4-qLw9zKx2_mNb7RfYc1HsUe6DgJp3AoIiE0Bk5ZtXyWnCuV8dM",
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
            "BASE_URL": "http://localhost",
            "PROXY_COUNT": "1",
            "PORT": str(self.port),
            "WEB_CONCURRENCY": str(PROCESSES),
            "GRANIAN_LOG_LEVEL": "warning",
        }

    def manage(self, *arguments):
        """Run a management command."""
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(command, cwd=ROOT, env=self.environment, check=True, timeout=300, stdout=subprocess.DEVNULL)

    def rename(self, title):
        """Publish the post /blog/words-only/ with another title, from a process of its own."""
        self.manage("shell", "--no-imports", "-c", RENAME.format(title=title))

    def get(self, path):
        """The status, the headers and the text of an answer."""
        try:
            with urllib.request.urlopen(f"http://localhost:{self.port}{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.headers, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.headers, answer.read().decode()

    def ask(self, address, **fields):
        """Send the inquiry form as a visitor with this address does; the status and the text of the answer."""
        with closing(HTTPConnection("localhost", self.port, timeout=PATIENCE)) as connection:
            headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": address}
            connection.request("POST", ASK, urlencode(fields), headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def inquiries(self, message):
        """How many inquiries with this message there are in each state: a dict."""
        with closing(psycopg2.connect(self.environment["DATABASE_URL"])) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT state FROM media_inquiries_mediainquiry WHERE message = %s", [message])
            return Counter(state for (state,) in cursor.fetchall())

    def ready(self):
        """What /readyz says: its status, and its report."""
        status, _headers, text = self.get("/readyz")
        return status, json.loads(text)

    def wait_for(self, condition):
        """Wait until a condition holds; a server that does not answer yet is waited for too."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                if condition():
                    return
            except urllib.error.URLError:
                pass
            time.sleep(0.1)
        pytest.fail(f"It did not happen within {PATIENCE} seconds.")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    programs = postgres.installed_programs()
    if programs is None:
        pytest.skip(f"No PostgreSQL to start and stop; {postgres.HOW_TO_GET_IT}")
    with postgres.private_server(programs) as database:
        served = Served(database, tmp_path_factory.mktemp("outage"))
        served.manage("migrate", "-v", "0")
        served.manage("shell", "--no-imports", "-c", BUILD)
        server = subprocess.Popen([sys.executable, "-m", "scripts.serve"], cwd=ROOT, env=served.environment)
        try:
            served.wait_for(lambda: served.get("/healthz")[0] == 200)
            yield served
        finally:
            server.terminate()
            server.wait(PATIENCE)


def test_a_crowd_gets_the_new_page_and_each_process_renders_it_once_at_most(site):
    for number in range(3):
        site.get("/blog/words-only/")
        site.rename(f"Title number {number}")
        with ThreadPoolExecutor(CROWD) as crowd:
            answers = list(crowd.map(lambda _number: site.get("/blog/words-only/"), range(CROWD)))
        assert [status for status, _headers, _text in answers] == [200] * CROWD
        assert all(f"<h1>Title number {number}</h1>" in text for _status, _headers, text in answers)
        states = [headers["X-Page-Cache"] for _status, headers, _text in answers]
        assert 1 <= states.count("miss") <= PROCESSES
        assert set(states) <= {"hit", "miss"}


def an_inquiry(site, **changes):
    """A form that is filled in well."""
    stamp = re.search(r'name="stamp" value="([^"]+)"', site.get("/press/media-inquiries/")[2])[1]
    return {
        "stamp": stamp,
        "name": "Rosa Example",
        "outlet": "Courier",
        "email": "rosa@example.com",
        "no_deadline": "on",
        "message": "Who speaks about rent?",
        "consent": "on",
        **changes,
    }


def test_a_flood_of_inquiries_is_stopped_by_all_processes_together_and_honest_ones_pass(site):
    flood = an_inquiry(site, message="Buy this")
    hour = datetime.now(UTC).hour
    with ThreadPoolExecutor(8) as senders:
        answers = Counter(
            senders.map(lambda number: site.ask("203.0.113.66", **flood, phone=str(number))[0], range(FLOOD))
        )
    hours = 1 if datetime.now(UTC).hour == hour else 2
    assert answers[302] <= 10 * hours
    assert answers == {302: answers[302], 429: FLOOD - answers[302]}
    assert sum(site.inquiries("Buy this").values()) == answers[302]
    for number in range(5):
        honest = an_inquiry(site, message="Honest question", email=f"rosa-{number}@example.com")
        assert site.ask(f"203.0.113.{number}", **honest)[0] == 302
    assert site.inquiries("Honest question") == {"new": 5}


def test_a_form_that_is_sent_many_times_at_once_makes_one_inquiry(site):
    fields = an_inquiry(site, message="Clicked too often", email="quick@example.com")
    with ThreadPoolExecutor(8) as clicks:
        answers = list(clicks.map(lambda _click: site.ask("203.0.113.99", **fields)[0], range(24)))
    assert answers == [302] * 24
    assert sum(site.inquiries("Clicked too often").values()) == 1


def test_without_database_an_inquiry_is_shown_back_with_the_contact(site):
    fields = an_inquiry(site, message="Nothing of this <may> be lost\nnot a line", topic="Housing")
    drawn = time.monotonic()
    seen = site.get("/press/media-inquiries/")[2]
    site.database.stop()
    try:
        status, _headers, text = site.get("/press/media-inquiries/")
        assert (status, text) == (200, seen)
        start = time.monotonic()
        status, text = site.ask("203.0.113.7", **fields)
        assert time.monotonic() - start < 5
        assert status == 503
        assert "Nothing of this &lt;may&gt; be lost\nnot a line</textarea>" in text
        assert "Topic: Housing" in text
        assert "desk@example.org" in text
        assert 'href="tel:+1' in text
        assert "mailto:desk@example.org?subject=Media%20inquiry&amp;body=" in text
        assert quote("Nothing of this <may> be lost\r\nnot a line") in text
        assert site.get(ASK)[0] == 503
    finally:
        site.database.start()
    site.wait_for(lambda: site.ready()[1]["database"])
    assert not site.inquiries(fields["message"])
    # However quick the server is: who sends the form sooner is taken for a machine.
    site.wait_for(lambda: time.monotonic() - drawn > QUICKEST.total_seconds() + 1)
    assert site.ask("203.0.113.7", **fields)[0] == 302
    assert site.inquiries(fields["message"]) == {"new": 1}


def test_without_database_pages_seen_before_are_served(site):
    seen = ["/", "/blog/", "/blog/?page=2", "/blog/every-block/", "/blog/feed.rss"]
    before = {path: site.get(path)[2] for path in seen}
    site.get("/blog/words-only/")
    site.rename("Not seen yet")
    site.get("/")  # the only one that is new again
    front = site.get("/")[2]
    site.database.stop()
    try:
        assert site.get("/healthz")[0] == 200
        assert site.ready() == (503, {"database": False, "worker": False})
        status, headers, text = site.get("/")
        assert (status, headers["X-Page-Cache"], text) == (200, "hit", front)
        for path in seen[1:]:
            status, headers, text = site.get(path)
            assert (status, headers["X-Page-Cache"], text) == (200, "stale", before[path])
        status, _headers, text = site.get("/about/people/")
        assert status == 500
        assert "Something went wrong" in text
    finally:
        site.database.start()
    site.wait_for(lambda: site.ready()[1]["database"])
    for _process in range(4 * PROCESSES):
        assert "<h1>Not seen yet</h1>" in site.get("/blog/words-only/")[2]
        assert site.get("/about/people/")[0] == 200
