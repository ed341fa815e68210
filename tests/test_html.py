"""The documents that the site sends, read by a strict parser: HTML, headings, images, metadata."""

import datetime
import json
from collections import Counter
from functools import cache
from itertools import pairwise

import html5lib
import pytest
from django.test import Client, TestCase, override_settings

from . import sample_site

pytestmark = pytest.mark.django_db

SITE = "http://localhost"
HOME = "/"
LIST = "/blog/"
FILTERED = "/blog/?series=monthly-round-up&year=2023"
NO_MATCH = "/blog/?place=lakeside&year=2021"
PAGE_TWO = "/blog/?page=2"
POST = "/blog/every-block/"
WORDS_ONLY = "/blog/words-only/"
STANDARD = "/about/"
NESTED = "/about/people/"
PRESS = "/press/"
DESK = "/press/media-inquiries/"
BARE_DESK = "/press/after-hours/"
RELEASES = "/press/releases/"
OLDER_RELEASES = "/press/releases/?page=2"
RELEASE = "/press/releases/every-part/"
PLAIN_RELEASE = "/press/releases/words-only/"
COVERAGE = "/press/in-the-news/"
COVERAGE_FILTERED = "/press/in-the-news/?year=2024&outlet=tribune"
COVERAGE_PAGE_TWO = "/press/in-the-news/?page=2"
MENTION = "/press/in-the-news/everything/"
TOPIC = "/topics/housing/"
TOPIC_FILTERED = "/topics/housing/?kind=post&year=2021"
TOPIC_NO_MATCH = "/topics/housing/?year=1999"
STATE = "/places/ohio/"
SERIES = "/blog/series/monthly-round-up/"
TOPICS = "/topics/"
PLACES = "/places/"
SEARCH = "/search/"
SEARCH_HITS = "/search/?q=post"
SEARCH_FILTERED = "/search/?q=post&kind=post&sort=date"
SEARCH_MISSPELT = "/search/?q=housng"
SEARCH_IN_VAIN = "/search/?q=zzz"
API = "/api/"
WITH_UNKNOWN = "/blog/?utm_source=letter&page=abc"
PASSWORD = "/blog/members/"
NOT_FOUND = "/nowhere/"
BROKEN = "/broken/"

PAGES = [
    HOME,
    LIST,
    FILTERED,
    NO_MATCH,
    PAGE_TWO,
    POST,
    WORDS_ONLY,
    STANDARD,
    NESTED,
    PRESS,
    DESK,
    BARE_DESK,
    RELEASES,
    OLDER_RELEASES,
    RELEASE,
    PLAIN_RELEASE,
]
PAGES += [COVERAGE, COVERAGE_FILTERED, COVERAGE_PAGE_TWO, MENTION]
PAGES += [TOPIC, TOPIC_FILTERED, TOPIC_NO_MATCH, STATE, SERIES, TOPICS, PLACES]
PAGES += [SEARCH, SEARCH_HITS, SEARCH_FILTERED, SEARCH_MISSPELT, SEARCH_IN_VAIN, API]
EVERYTHING = [*PAGES, WITH_UNKNOWN, PASSWORD, NOT_FOUND, BROKEN]
STATUS = {NOT_FOUND: 404, BROKEN: 500}


@pytest.fixture(scope="module")
def responses(django_db_setup, django_db_blocker):
    """What the site answers, by address. The sample site is built once and then taken back."""
    with sample_site.for_a_while(django_db_blocker), override_settings(ROOT_URLCONF="tests.urls"):
        with TestCase.captureOnCommitCallbacks(execute=True):  # with indexes, for the search page
            sample_site.build()
        client = Client(SERVER_NAME="localhost", raise_request_exception=False)
        return {address: client.get(address) for address in EVERYTHING}


class Document:
    """An answer of the site, parsed as a browser would."""

    def __init__(self, response):
        self.html = response.content.decode()
        self.parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree = self.parser.parse(self.html)

    def all(self, *tags):
        """The elements with these tags, in the order of the document."""
        return [element for element in self.tree.iter() if element.tag in tags]

    def meta(self, name):
        """The contents of the `meta` elements of this name or property."""
        return [one.get("content") for one in self.all("meta") if name in (one.get("name"), one.get("property"))]

    def links(self, relation):
        """The `link` elements of this relation."""
        return [link for link in self.all("link") if relation in link.get("rel", "").split()]

    @property
    def json_ld(self):
        """The structured data of the document by type."""
        scripts = [one for one in self.all("script") if one.get("type") == "application/ld+json"]
        return {data["@type"]: data for data in (json.loads(script.text) for script in scripts)}


@pytest.fixture(scope="module")
def documents(responses):
    """The document at an address, parsed once for all tests: strict parsing takes longer than most of them."""
    return cache(lambda address: Document(responses[address]))


@pytest.fixture
def document(address, documents):
    """The document at the address of the test's parameter `address`."""
    return documents(address)


everywhere = pytest.mark.parametrize("address", EVERYTHING)
on_pages = pytest.mark.parametrize("address", PAGES)


@everywhere
def test_answers_with_a_document(responses, address):
    assert responses[address].status_code == STATUS.get(address, 200)
    assert responses[address]["Content-Type"] == "text/html; charset=utf-8"


@everywhere
def test_is_valid_html(document):
    lines = document.html.splitlines()
    assert [f"line {line}: {code}: {lines[line - 1]}" for (line, _), code, _ in document.parser.errors] == []


@everywhere
def test_has_one_h1_and_skips_no_level_of_heading(document):
    levels = [int(heading.tag[1]) for heading in document.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels)), levels


@everywhere
def test_no_heading_and_no_link_is_empty(document):
    for element in document.all("h1", "h2", "h3", "a", "button", "title"):
        words = "".join(element.itertext()) + "".join(image.get("alt", "") for image in element.iter("img"))
        assert words.strip(), element.attrib


@everywhere
def test_ids_are_unique_and_what_is_referred_to_exists(document):
    ids = Counter(element.get("id") for element in document.tree.iter() if element.get("id"))
    assert [one for one, count in ids.items() if count > 1] == []
    wanted = {link.get("href")[1:] for link in document.all("a") if link.get("href", "").startswith("#")}
    for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
        wanted.update(*(element.get(attribute, "").split() for element in document.tree.iter()))
    assert wanted <= ids.keys()


@everywhere
def test_images_and_frames_have_a_text_and_their_size(document):
    for element in document.all("img", "iframe"):
        assert element.get("alt" if element.tag == "img" else "title") is not None, element.attrib
        assert int(element.get("width")) > 0
        assert int(element.get("height")) > 0


@everywhere
def test_says_its_language_title_and_encoding(document):
    assert document.tree.get("lang", "").lower() in ("en", "en-us")
    assert len(document.all("title")) == 1
    assert document.html.index('<meta charset="utf-8">') < 1024
    assert document.meta("viewport") == ["width=device-width, initial-scale=1"]


@everywhere
def test_holds_nothing_that_the_security_policy_forbids(document):
    assert document.all("style", "base", "object", "embed") == []
    for script in document.all("script"):
        assert script.get("src") or script.get("type") == "application/ld+json"
    for element in document.tree.iter():
        assert [name for name in element.attrib if name == "style" or name.startswith("on")] == []


def test_every_title_is_different(responses):
    # Forms of one list share its title.
    titles = [Document(responses[one]).all("title")[0].text for one in (HOME, LIST, POST, WORDS_ONLY, STANDARD, NESTED)]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        (HOME, "/"),
        (LIST, "/blog/"),
        (FILTERED, FILTERED),
        (PAGE_TWO, PAGE_TWO),
        (WITH_UNKNOWN, LIST),
        (POST, POST),
        (STANDARD, STANDARD),
        (NESTED, NESTED),
        (OLDER_RELEASES, OLDER_RELEASES),
        (RELEASE, RELEASE),
        (COVERAGE_FILTERED, COVERAGE_FILTERED),
        (MENTION, MENTION),
        (TOPIC_FILTERED, TOPIC_FILTERED),
        (SERIES, SERIES),
        (TOPICS, TOPICS),
        (SEARCH, SEARCH),
        (SEARCH_HITS, SEARCH_HITS),
        (SEARCH_FILTERED, "/search/?q=post&sort=date&kind=post"),
    ],
)
def test_names_its_own_address_as_canonical(document, canonical):
    assert [link.get("href") for link in document.links("canonical")] == [SITE + canonical]
    assert document.meta("og:url") == [SITE + canonical]


@pytest.mark.parametrize("address", [PASSWORD, NOT_FOUND, BROKEN])
def test_what_is_no_page_is_kept_out_of_search_engines(document):
    assert document.meta("robots") == ["noindex"]
    assert document.links("canonical") == []


@on_pages
def test_open_graph_is_complete(document):
    for name in ("title", "type", "url", "site_name", "description", "image", "image:alt"):
        assert len(document.meta(f"og:{name}")) == 1, name
        assert document.meta(f"og:{name}")[0], name
    assert document.meta("og:url")[0].startswith(SITE)
    assert document.meta("og:image")[0].startswith(SITE)
    assert (document.meta("og:image:width"), document.meta("og:image:height")) == (["1200"], ["630"])
    assert document.meta("description") == document.meta("og:description")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (SEARCH, "By topic"),
        (SEARCH_HITS, "results for “post”"),
        (SEARCH_MISSPELT, "Did you mean housing?"),
        (SEARCH_IN_VAIN, "Nothing found for “zzz”"),
    ],
)
def test_the_search_page_is_seen_in_all_its_forms(document, words):
    (main,) = document.all("main")
    assert words in "".join(main.itertext())


@pytest.mark.parametrize(
    ("address", "kind"), [(HOME, "website"), (LIST, "website"), (POST, "article"), (RELEASE, "article")]
)
def test_open_graph_says_what_kind_of_page_it_is(document, kind):
    assert document.meta("og:type") == [kind]
    assert len(document.meta("article:published_time")) == (kind == "article")


@on_pages
def test_structured_data_names_type_and_context(document):
    for kind, data in document.json_ld.items():
        assert data["@context"] == "https://schema.org", kind
        assert all(values_of(data)), f"{kind} has an empty member"


def values_of(data):
    """All values within structured data, at any depth."""
    if isinstance(data, dict):
        return [value for one in data.values() for value in values_of(one)]
    if isinstance(data, list):
        return [value for one in data for value in values_of(one)]
    return [data]


@pytest.mark.parametrize("address", [HOME])
def test_home_describes_the_organization_and_the_site(document):
    publisher, website = document.json_ld["NGO"], document.json_ld["WebSite"]
    assert (publisher["name"], publisher["url"]) == ("Local Progress", f"{SITE}/")
    assert publisher["sameAs"] == ["https://bsky.app/profile/example.org"]
    assert (website["name"], website["url"]) == ("Local Progress", f"{SITE}/")


@pytest.mark.parametrize(
    ("address", "crumbs"),
    [
        (LIST, [("Our Blog + Latest News", "/blog/")]),
        (POST, [("Our Blog + Latest News", "/blog/"), ("Every block & then some", POST)]),
        (NESTED, [("About us", STANDARD), ("People", NESTED)]),
        (RELEASE, [("Press", PRESS), ("Press releases", RELEASES), ("Every part & then some", RELEASE)]),
        (DESK, [("Press", PRESS), ("Have a media inquiry?", DESK)]),
        (COVERAGE, [("Press", PRESS), ("In the news", COVERAGE)]),
        (TOPIC_FILTERED, [("Topics", TOPICS), ("Housing", TOPIC)]),
        (SERIES, [("Our Blog + Latest News", "/blog/"), ("Monthly round-up", SERIES)]),
    ],
)
def test_breadcrumbs_lead_from_home_to_the_page(document, crumbs):
    items = document.json_ld["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in items] == list(range(1, len(crumbs) + 1))
    assert [(item["name"], item["item"]) for item in items] == [(name, SITE + url) for name, url in crumbs]


@pytest.mark.parametrize("address", [POST, WORDS_ONLY])
def test_a_post_is_described_as_an_article(document, address):
    article = document.json_ld["BlogPosting"]
    assert article["url"] == article["mainEntityOfPage"] == SITE + address
    assert len(article["headline"]) <= 110
    for moment in ("datePublished", "dateModified"):
        assert datetime.datetime.fromisoformat(article[moment]).tzinfo
    assert article["publisher"]["name"] == "Local Progress"
    assert article["description"]
    assert article["author"] == (
        [{"@type": "Organization", "name": "Press desk"}] if address == POST else article["publisher"]
    )


@pytest.mark.parametrize("address", [RELEASE])
def test_a_release_is_described_as_a_news_article_with_dateline_quotations_and_corrections(document):
    article = document.json_ld["NewsArticle"]
    assert article["url"] == SITE + RELEASE
    assert article["dateline"] == "AURORA, Colo. — March 1, 2024"
    assert article["alternativeHeadline"] == "All that a release can have"
    first, second = article["hasPart"]
    assert first["@type"] == "Quotation"
    assert first["spokenByCharacter"] == {"@type": "Person", "name": "Board member", "jobTitle": "Council member"}
    assert first["text"].startswith("Members met in two cities")
    anchors = {element.get("id") for element in document.tree.iter()}
    for quoted in (first, second):
        page_url, _hash, anchor = quoted["url"].partition("#")
        assert page_url == SITE + RELEASE
        assert anchor in anchors
    (correction,) = article["correction"]
    assert (correction["text"], correction["datePublished"]) == ("It was eleven towns.", "2024-03-02")


@pytest.mark.parametrize("address", [MENTION])
def test_a_mention_cites_the_article_of_the_outlet(document):
    page = document.json_ld["WebPage"]
    assert page["url"] == SITE + MENTION
    article = page["citation"]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == page["name"] == "".join(document.all("h1")[0].itertext())
    assert article["url"].startswith("https://tribune.example.org/")
    assert article["datePublished"] == "2024-02-03"
    assert article["publisher"]["name"] == "Example Public Radio & Television of the Upper Peninsula"
    assert document.meta("robots") == ["noindex, follow"]


@pytest.mark.parametrize("address", [COVERAGE, MENTION])
def test_links_to_other_sites_are_marked_as_such(document):
    away = [link for link in document.all("a") if "example.org" in link.get("href") and link.get("rel") != "me"]
    away = [link for link in away if not link.get("href").startswith("mailto:")]
    assert away
    assert {link.get("rel") for link in away} == {"external noopener"}


@pytest.mark.parametrize("address", [DESK])
def test_a_desk_is_described_as_a_contact_page(document):
    contact = document.json_ld["ContactPage"]
    assert (contact["name"], contact["url"]) == ("Have a media inquiry?", SITE + DESK)
    assert contact["mainEntity"]["name"] == "Local Progress"
    assert contact["mainEntity"]["contactPoint"] == {
        "@type": "ContactPoint",
        "contactType": "media inquiries",
        "email": "desk@example.org",
        "telephone": "+12125550142",
    }


@pytest.mark.parametrize("address", [POST])
def test_the_photo_of_an_article_comes_with_its_credit(document):
    image = document.json_ld["BlogPosting"]["image"]
    assert (image["@type"], image["creditText"]) == ("ImageObject", "Photo: Staff")
    assert image["caption"] == "Members on the steps."
    assert image["contentUrl"] == document.meta("og:image")[0]


@pytest.mark.parametrize("address", [POST])
def test_titles_are_escaped_once(document):
    assert "".join(document.all("h1")[0].itertext()) == "Every block & then some"
    assert document.meta("og:title") == ["Every block & then some"]
    assert document.json_ld["BlogPosting"]["headline"] == "Every block & then some"


@pytest.mark.parametrize("address", [HOME, LIST])
def test_advertises_its_feeds(document):
    base = SITE + ("/" if document.meta("og:url") == [f"{SITE}/"] else LIST)
    assert [(link.get("type"), link.get("href")) for link in document.links("alternate")] == [
        ("application/rss+xml", f"{base}feed.rss"),
        ("application/atom+xml", f"{base}feed.atom"),
        ("application/feed+json", f"{base}feed.json"),
    ]


@pytest.mark.parametrize("address", [HOME, LIST])
def test_an_empty_site_is_a_valid_document_too(client, blog, address):
    document = Document(client.get(address))
    assert document.parser.errors == []
    assert len(document.all("h1")) == 1
