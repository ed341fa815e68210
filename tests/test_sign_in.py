"""The sign-in page, with the demo and without."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import get_commands
from django.template import engines
from django.template.loaders.app_directories import Loader
from django.urls import reverse

from core.demo_accounts import NAMES, PASSWORD
from demo.loader import make_accounts


@pytest.fixture
def reset_templates():
    """Have templates looked for anew, in the test and after it."""
    loaders = [loader for engine in engines.all() for loader in engine.engine.template_loaders]
    for loader in loaders:
        loader.reset()
    yield
    for loader in loaders:
        loader.reset()


@pytest.fixture
def sign_in(client, db):
    """A function that returns the sign-in page."""
    return lambda: client.get(reverse("wagtailadmin_login")).content.decode()


def test_it_is_ours(sign_in):
    html = sign_in()
    assert "<h1>Sign in to Local Progress</h1>" in html
    assert "Wagtail" not in html.partition("<main")[2].partition("</main>")[0]


def test_demo_accounts_are_shown_while_their_password_works(sign_in):
    make_accounts()
    html = sign_in()
    assert PASSWORD in html
    assert all(f"<code>{name}</code>" in html for name in NAMES)
    admin = get_user_model().objects.get(username="admin")
    admin.set_password("words of my own")
    admin.save()
    assert "<code>admin</code>" not in sign_in()
    get_user_model().objects.all().delete()
    assert PASSWORD not in sign_in()


def test_without_the_demo_it_shows_nothing(sign_in, monkeypatch, reset_templates):
    make_accounts()
    folders = [folder for folder in Loader.get_dirs(None) if folder.parent.name != "demo"]
    monkeypatch.setattr(Loader, "get_dirs", lambda self: folders)
    html = sign_in()
    assert "Sign in to Local Progress" in html
    assert PASSWORD not in html


def test_the_demos_own_command_is_the_one_that_loads():
    assert get_commands()["load_demo"] == "demo"
