"""What a page weighs and how calmly it appears. Sizes in bytes as sent, compressed with gzip."""

import gzip
import re

import pytest

pytestmark = pytest.mark.browser

BUDGET = 25 * 1024  # HTML, CSS and script of a post without photos
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1440, "height": 900}

# Reads the page to its end, a window at a time, and waits for the photos on the way.
READ_TO_THE_END = """async () => {
    for (let top = 0; top < document.body.scrollHeight; top += innerHeight) {
        scrollTo({ top, behavior: "instant" });
        await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    await Promise.all([...document.images].filter(image => image.checkVisibility()).map(image => image.decode()));
}"""
# How far things moved by themselves (web.dev/cls), each with what moved.
LAYOUT_SHIFTS = """() => new Promise(resolve => new PerformanceObserver(list => resolve(
        list.getEntries().map(entry => [entry.value, entry.sources.map(source => source.node?.outerHTML?.slice(0, 80))])
    )).observe({ type: "layout-shift", buffered: true }) || setTimeout(resolve, 200, []))"""


def test_a_post_without_photos_is_light(page):
    responses = []
    page.on("response", lambda response: responses.append(response))
    page.goto("/blog/words-only/", wait_until="load")
    text = [one for one in responses if one.request.resource_type in ("document", "stylesheet", "script")]
    weights = {one.url: len(gzip.compress(one.body(), 6)) for one in text}
    assert len(weights) >= 2
    assert sum(weights.values()) <= BUDGET, weights


def test_no_other_site_is_asked_for_anything_but_the_player_of_a_video(page, live_server):
    asked = []
    page.on("request", lambda request: asked.append(request))
    page.route(re.compile("^https://"), lambda route: route.abort())
    for address in ("/", "/blog/", "/blog/words-only/", "/about/people/"):
        page.goto(address)
        page.evaluate(READ_TO_THE_END)
    assert [request.url for request in asked if not request.url.startswith(live_server.url)] == []
    page.goto("/blog/every-block/")
    page.evaluate(READ_TO_THE_END)
    others = {request.url for request in asked if not request.url.startswith(live_server.url)}
    assert others <= {"https://www.youtube-nocookie.com/embed/aaaaaaaaaaa"}


@pytest.mark.parametrize("window", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("address", ["/", "/blog/", "/blog/?page=2", "/blog/every-block/", "/about/"])
def test_nothing_moves_while_a_page_loads(open_page, address, window):
    page = open_page(viewport=window)
    page.route(re.compile("^https://"), lambda route: route.abort())
    page.goto(address)
    page.evaluate(READ_TO_THE_END)
    shifts = page.evaluate(LAYOUT_SHIFTS)
    assert sum(value for value, _moved in shifts) < 0.01, shifts


@pytest.mark.parametrize("address", ["/blog/", "/blog/every-block/", "/about/"])
def test_the_lead_photo_comes_first_and_the_others_when_they_are_near(page, address):
    page.goto(address)
    lead, *others = page.locator("main img").all()
    assert (lead.get_attribute("fetchpriority"), lead.get_attribute("loading")) == ("high", None)
    assert {photo.get_attribute("loading") for photo in others} == {"lazy"}
    assert {photo.get_attribute("fetchpriority") for photo in others} == {None}
