"""A browser that complains: a page fails its test on any script error or breach of the security policy."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import expect, sync_playwright

from . import chromium
from .admin import WINDOW, person

# Playwright's synchronous interface runs an event loop in this thread, which Django takes for async code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

ARTIFACTS = Path(__file__).resolve().parents[2] / "var" / "test-artifacts"
PAGE_SECONDS = 15
# Wagtail sends word when a page of the admin closes; the database is gone before the answer. To stop the request on
# its way (`context.route`) would switch off the browser's cache as well.
SEND_NO_WORD = "navigator.sendBeacon = () => true;"
expect.set_options(timeout=PAGE_SECONDS * 1000)


@pytest.fixture(scope="session")
def browser(django_db_setup):
    """Chromium, started once."""
    contents = getattr(connection, "_test_serialized_contents", None)
    with sync_playwright() as playwright:
        # In Playwright's event loop Django opens another connection. It has to know the data of the migrations too,
        # for tests put it back through it.
        connection._test_serialized_contents = contents
        browser = chromium.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, live_server, request):
    """A function that opens a page in a fresh context, with the options of Playwright's `new_context`.

    Addresses are relative to the running site: `open_page(color_scheme="dark").goto("/blog/")`. With a `user`, this
    one has signed in.
    """
    contexts, complaints = [], []

    def open_page(user=None, **options):
        context = browser.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(PAGE_SECONDS * 1000)
        context.on("console", lambda message: note_policy_breach(message, complaints))
        context.on("weberror", lambda error: complaints.append(f"{error.page.url}: {error.error}"))
        context.add_init_script(SEND_NO_WORD)
        if user:
            context.add_cookies([session_of(user) | {"url": live_server.url}])
        contexts.append(context)
        return context.new_page()

    yield open_page
    if request.node.stash.get(FAILED, False) or complaints:
        keep_pictures(contexts, request.node.name)
    for context in contexts:
        context.close()
    assert not complaints, "The browser complained:\n" + "\n".join(complaints)


@pytest.fixture
def page(open_page):
    """One page of the running site."""
    return open_page()


@pytest.fixture
def at_work(open_page):
    """A function that gives the page of a browser in which somebody of a group has signed in."""

    def at_work(group, **options):
        return open_page(
            person(group, group.split()[0].lower()), **{"viewport": WINDOW, "reduced_motion": "reduce", **options}
        )

    return at_work


def session_of(user):
    """The cookie that a browser gets when this user signs in, for Playwright."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    return {"name": cookie.key, "value": cookie.value, "httpOnly": True, "sameSite": "Lax"}


def note_policy_breach(message, complaints):
    """Keep a console message if it is about the content security policy."""
    if "content security policy" in message.text.lower():
        complaints.append(f"{message.page.url}: {message.text}")


def keep_pictures(contexts, name):
    """Save what every open page showed to var/test-artifacts, to look at after a failure."""
    ARTIFACTS.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(page for context in contexts for page in context.pages):
        page.screenshot(path=ARTIFACTS / f"{name.replace('/', '-')}-{number}.png", full_page=True)


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remember that the test failed, so that its pages are kept as pictures."""
    report = yield
    if call.when == "call" and report.failed:
        item.stash[FAILED] = True
    return report
