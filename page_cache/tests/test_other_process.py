"""A change made by another process - a command, the worker - is seen with the next request here."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page, Site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def manage(tmp_path, settings):
    """Run a management command in a process of its own, on this test's database and cache."""
    database = {name: value for name, value in connection.settings_dict.items() if name != "TEST"}
    shared = tmp_path / "shared.json"
    shared.write_text(json.dumps({"database": database, "caches": settings.CACHES}, default=str))
    (tmp_path / "other_process.py").write_text(
        f"import json, pathlib\n"
        f"from {os.environ['DJANGO_SETTINGS_MODULE']} import *\n"
        f"shared = json.loads(pathlib.Path({str(shared)!r}).read_text())\n"
        f"DATABASES = {{'default': shared['database']}}\n"
        f"CACHES = shared['caches']\n"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "other_process",
        "PYTHONPATH": os.pathsep.join([str(tmp_path), os.getcwd()]),  # noqa: PTH109  (a text is wanted)
    }

    def run(*arguments):
        subprocess.run([sys.executable, "-m", "django", *arguments], env=environment, check=True, timeout=120)

    return run


@pytest.fixture
def home():
    home = Page.objects.get(depth=1).add_child(instance=Page(title="Home", slug="ground"))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    return home


def test_scheduled_pages_come_and_go_by_the_command(client, home, manage):
    past = timezone.now() - timedelta(minutes=1)
    soon = home.add_child(instance=Page(title="Soon", slug="soon", live=False))
    soon.go_live_at = past
    soon.save_revision(approved_go_live_at=past)
    gone = home.add_child(instance=Page(title="Gone", slug="gone"))
    Page.objects.filter(pk=gone.pk).update(expire_at=past)

    for _number in range(3):
        assert client.get("/soon/").status_code == 404
        assert client.get("/gone/").status_code == 200
    assert client.get("/gone/")["X-Page-Cache"] == client.get("/soon/")["X-Page-Cache"] == "hit"

    manage("publish_scheduled")

    assert client.get("/soon/").status_code == 200
    assert client.get("/gone/").status_code == 404


def test_what_a_command_writes(client, home, manage):
    client.get("/")
    assert client.get("/")["X-Page-Cache"] == "hit"
    manage(
        "shell",
        "--no-imports",
        "-c",
        f"from wagtail.models import Page; page = Page.objects.get(pk={home.pk}); page.title = 'New'; page.save()",
    )
    assert b"<h1>New</h1>" in client.get("/").content
