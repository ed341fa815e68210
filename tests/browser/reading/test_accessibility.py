"""Everybody can read the site: WCAG 2.2 AA, small screens, keyboard, no script."""

import pytest
from django.template.loader import get_template
from playwright.sync_api import expect

from tests.browser.axe import WIDTHS, faults

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "list": "/blog/",
    "filtered list": "/blog/?topic=housing&year=2021",
    "post": "/blog/every-block/",
    "words only": "/blog/words-only/",
    "standard page": "/about/",
    "press page": "/press/",
    "deadline page": "/press/now/",
    "desk": "/press/media-inquiries/",
    "desk without hours": "/press/after-hours/",
    "releases": "/press/releases/",
    "filtered releases": "/press/releases/?kind=statement",
    "release": "/press/releases/every-part/",
    "coverage": "/press/in-the-news/",
    "filtered coverage": "/press/in-the-news/?year=2024",
    "mention": "/press/in-the-news/everything/",
    "topic": "/topics/housing/",
    "filtered topic": "/topics/housing/?kind=post&year=2021",
    "state": "/places/ohio/",
    "series": "/blog/series/monthly-round-up/",
    "topics": "/topics/",
    "places": "/places/",
    "search": "/search/",
    "hits": "/search/?q=post",
    "filtered hits": "/search/?q=post&kind=post&sort=date",
    "misspelt search": "/search/?q=housng",
    "search in vain": "/search/?q=zzz",
    "for programs": "/api/",
    "convenings": "/convenings/",
    "former convenings": "/convenings/?page=2",
    "convening": "/convenings/every-detail/",
    "post beside a convening": "/blog/words-only/",
    "password": "/blog/members/",
    "404": "/nowhere/",
    "500": "/failing/",
}
MINIMUM_TARGET = 24  # CSS pixels, WCAG 2.5.8


def visit(page, address):
    """Open an address; the 500 page stands in for whatever fails."""
    if address == PAGES["500"]:
        failing = get_template("500.html").render()
        page.route(f"**{address}", lambda route: route.fulfill(status=500, content_type="text/html", body=failing))
    page.goto(address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_page, scheme):
    page = open_page(color_scheme=scheme)
    wrong = []
    for name, address in PAGES.items():
        visit(page, address)
        wrong += faults(page, name)
    assert not wrong, "\n".join(wrong)


def test_the_keyboard_begins_at_the_skip_link_and_shows_where_it_is(open_page):
    page = open_page(viewport={"width": 1280, "height": 800})
    for address in ("/", "/blog/", "/blog/every-block/", "/topics/housing/", "/search/?q=post"):
        page.goto(address)
        page.keyboard.press("Tab")
        expect(page.locator("a.skip")).to_be_focused()
        expect(page.locator("a.skip")).to_be_in_viewport()
        unseen = []
        for _ in range(60):
            where = page.evaluate(
                """() => {
                    const element = document.activeElement, style = getComputedStyle(element);
                    if (element === document.body) return null;
                    // The headline of a card is the link, the whole card (its ::after) the place to click and to mark.
                    const ring = [style, getComputedStyle(element, '::after')].some(
                        one => one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) >= 2);
                    return { ring, html: element.outerHTML.slice(0, 100) };
                }"""
            )
            if where is None:
                break
            if not where["ring"]:
                unseen.append(where["html"])
            page.keyboard.press("Tab")
        assert not unseen


def test_the_skip_link_leads_past_the_menu(page):
    page.goto("/blog/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_controls_are_large_enough_to_touch(open_page):
    page = open_page(viewport={"width": 390, "height": 844})
    small = []
    for name, address in PAGES.items():
        visit(page, address)
        small += [
            f"{name}: {html}"
            for html in page.evaluate(
                """minimum => [...document.querySelectorAll('a, button, select, input, summary')]
                    .filter(element => element.checkVisibility() && !element.closest('p, .body, .rich, figcaption'))
                    .filter(element => !element.closest('.skip, .card-title'))  // the whole card is the target
                    .filter(element => {
                        const box = element.getBoundingClientRect();
                        return box.height > 0 && Math.min(box.width, box.height) < minimum;
                    })
                    .map(element => element.outerHTML.slice(0, 120))""",
                MINIMUM_TARGET,
            )
        ]
    assert not small, "\n".join(small)


@pytest.mark.parametrize("letters", ["as they are", "small"])
def test_addresses_and_numbers_are_large_enough_to_touch_whatever_the_letters(open_page, letters):
    page = open_page(bypass_csp=True)  # for the stylesheet of this test
    small = []
    for name in ("press page", "deadline page", "desk", "desk without hours", "release", "404", "500"):
        visit(page, PAGES[name])
        if letters == "small":
            page.add_style_tag(content=":root { font-size: 10px; --serif: monospace; }")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            small += [
                f"{name}, {width} px: {html}"
                for html in page.evaluate(
                    """minimum => [...document.querySelectorAll('a:is([href^="tel:"], [href^="mailto:"])')]
                        .filter(element => {
                            const box = element.getBoundingClientRect();
                            return element.checkVisibility() && Math.min(box.width, box.height) < minimum;
                        })
                        .map(element => element.outerHTML.slice(0, 120))""",
                    MINIMUM_TARGET,
                )
            ]
    assert not small, "\n".join(small)


@pytest.mark.parametrize("window", [{"width": 1440, "height": 900}, {"width": 390, "height": 844}])
def test_a_reporter_sees_a_name_and_numbers_without_scrolling(open_page, window):
    page = open_page(viewport=window)
    for address in ("/press/", "/press/media-inquiries/"):
        page.goto(address)
        for what in (".desk-person strong", ".desk-person a", ".desk .reach a[href^='tel:']", ".open-now"):
            expect(page.locator(what)).to_be_in_viewport(ratio=1)


def test_without_script_a_phone_has_menu_filters_and_pages(open_page):
    page = open_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Our Blog").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Our Blog")
    page.get_by_label("Year").select_option("2021")
    page.get_by_role("main").get_by_role("button").first.click()
    assert "year=2021" in page.url
    page.goto("/blog/")
    page.get_by_role("link", name="Older").click()
    assert "page=2" in page.url


def test_without_script_no_button_promises_what_needs_one(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/blog/every-block/")
    expect(page.get_by_role("link", name="Email")).to_be_visible()
    expect(page.get_by_role("button", name="Copy link")).to_be_hidden()
