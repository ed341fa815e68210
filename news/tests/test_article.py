"""What is learned from the address of an article, and what never happens on the way."""

import datetime
import socket
import ssl
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.article import fetch
from news.article.address import host_of, key_of
from news.article.details import Details, read_details
from news.article.fetch import Document, NotFetched

from .web import HEADLINE, Web


@pytest.fixture(scope="module")
def web():
    with Web() as web:
        yield web


@pytest.fixture(autouse=True)
def _nothing_asked_yet(web):
    web.asked.clear()


@pytest.fixture
def get(web):
    """A function that fetches a path of news.test."""
    return lambda path: fetch.fetch(f"http://news.test/{path}", web.resolve)


@pytest.fixture
def hurry(monkeypatch):
    monkeypatch.setattr(fetch, "SECONDS", 0.3)


class TestDetails:
    def test_of_a_json_ld_graph_with_references_and_before_open_graph(self, get):
        assert read_details(get("graph")) == Details(
            headline=HEADLINE,
            outlet="The Example Tribune",
            byline="Reporter One, Reporter Two",
            published_on=datetime.date(2025, 7, 4),  # where it was published, though in UTC it was the 5th
        )

    def test_of_open_graph_alone_with_the_day_in_our_time_zone(self, get):
        assert read_details(get("open-graph")) == Details(
            HEADLINE, "The Example Tribune", "Reporter One", datetime.date(2025, 7, 4)
        )

    @pytest.mark.parametrize("path", ["latin-1", "latin-1-within"])
    def test_of_a_latin_1_page(self, get, path):
        assert read_details(get(path)).headline == "“Café” council – a résumé"

    def test_of_broken_html(self, get):
        assert read_details(get("broken")).headline == "Whole"

    def test_of_an_empty_page(self, get):
        assert read_details(get("empty")) == Details()

    @pytest.mark.parametrize(
        "data",
        [
            "null",
            "[]",
            '"text"',
            '{"@type": "NewsArticle", "headline": {"a": 1}, "author": 7, "datePublished": [null]}',
            '{"@type": "NewsArticle", "author": {"@id": {}}, "publisher": [[["x"]]]}',
            '{"@type": {"a": []}}',
            "[" * 100_000,
            '{"@id": "a", "@type": "Article", "author": {"@id": "a"}}',
            '{"@type": "Article", "datePublished": "0001-01-01T00:00:00+00:00"}',
        ],
    )
    def test_of_structured_data_that_make_no_sense(self, data):
        html = f'<script type="application/ld+json">{data}</script><title>The title</title>'
        assert read_details(Document("http://news.test/", html.encode(), "")).headline == "The title"

    @given(st.binary(max_size=400), st.text(max_size=12))
    def test_of_anything_at_all(self, data, charset):
        assert isinstance(read_details(Document("http://news.test/", data, charset)), Details)

    @pytest.mark.parametrize("piece", ["<!--", "<a ", "<div>", '<meta content="', "<b><p>", "</script "])
    def test_take_no_longer_where_a_page_is_made_to_be_slow(self, piece):
        began = time.process_time()
        read_details(Document("http://news.test/", (piece * fetch.MOST_BYTES)[: fetch.MOST_BYTES].encode(), "utf-8"))
        assert time.process_time() - began < 10

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("2025-07-04", (2025, 7, 4)),
            ("2025-07-04T08:00:00+0200", (2025, 7, 4)),
            ("Fri, 04 Jul 2025 20:00:00 GMT", (2025, 7, 4)),
            ("2025-07-04 at noon", (2025, 7, 4)),
            ("July", None),
            ("2025-13-99", None),
        ],
    )
    def test_dates_are_read_as_newsrooms_write_them(self, written, meant):
        html = f'<meta name="date" content="{written}">'
        found = read_details(Document("http://news.test/", html.encode(), "")).published_on
        assert found == (datetime.date(*meant) if meant else None)


class TestFetching:
    def test_follows_a_redirect_and_says_where_it_ended(self, get):
        assert get("moved").address == "http://news.test/graph"

    def test_unpacks(self, get):
        assert read_details(get("packed")).headline == HEADLINE

    @pytest.mark.parametrize("path", ["huge", "bomb"])
    def test_takes_two_mebibytes_and_no_more(self, get, web, path):
        document = get(path)
        assert len(document.data) == fetch.MOST_BYTES
        assert read_details(document).headline == HEADLINE
        assert web.sent < 30 * 1024 * 1024

    @pytest.mark.parametrize("path", ["slow-header", "slow-body", "silent"])
    def test_ends_in_time_whatever_the_site_does(self, get, hurry, path):
        began = time.monotonic()
        with pytest.raises(NotFetched, match="too long"):
            get(path)
        assert time.monotonic() - began < 8

    def test_ends_in_time_where_no_name_server_answers(self, web, hurry):
        with pytest.raises(NotFetched, match="too long"):
            fetch.fetch("http://news.test/", lambda host, port: web.over.wait(2) and [])

    @pytest.mark.parametrize(
        ("path", "sentence"),
        [
            ("to-private", "does not lead to a public site"),
            ("to-metadata", "does not lead to a public site"),
            ("to-file", "not a complete web address"),
            ("to-port", "usual addresses"),
            ("loop", "without end"),
            ("pdf", "a file, not"),
            ("subscribers", "subscription"),
            ("missing", "no page"),
            ("nonsense", "does not answer as it should"),
        ],
    )
    def test_a_failure_is_a_sentence(self, get, path, sentence):
        with pytest.raises(NotFetched, match=sentence):
            get(path)

    @pytest.mark.parametrize(
        "address",
        [
            "",
            "news",
            "ftp://news.test/",
            "file:///etc/passwd",
            "http://",
            "http://[",
            "http://news.test:22/",
            "http://news.test:99999/",
            "http://me:secret@news.test/",
            "http://" + "a" * 70 + ".test/",
            "javascript:alert(1)",
        ],
    )
    def test_nothing_is_asked_at_an_address_of_another_kind(self, web, address):
        with pytest.raises(NotFetched):
            fetch.fetch(address, web.resolve)
        assert web.asked == []

    def test_sends_no_cookies_and_names_the_host(self, get, web):
        with pytest.raises(NotFetched):
            get("loop")
        assert len(web.asked) == fetch.MOST_REDIRECTS + 1
        for _path, headers in web.asked:
            assert headers["Host"] == "news.test"
            assert "Cookie" not in headers

    def test_keeps_line_breaks_out_of_the_request(self, web):
        with pytest.raises(NotFetched):
            fetch.fetch("http://news.test/a%0d%0ab c\r\nX-Evil: 1", web.resolve)
        ((path, headers),) = web.asked
        assert path == "/a%0d%0ab%20cX-Evil:%201"
        assert "X-Evil" not in headers


class TestAddressesThatAreSpokenTo:
    @pytest.mark.parametrize(
        "ip",
        [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1%eth0",
            "fd00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:0:7f00:1::",
        ],
    )
    def test_are_none_of_a_private_network(self, ip):
        assert not fetch.is_public(ip)

    @pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
    def test_are_those_of_the_public_internet(self, ip):
        assert fetch.is_public(ip)

    @pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "LOCALHOST."])
    def test_are_no_other_spelling_of_this_machine(self, host):
        with pytest.raises(NotFetched, match=r"public site|cannot find"):
            fetch.fetch(f"http://{host}/")

    def test_a_host_with_one_private_address_among_others_is_refused(self, monkeypatch):
        answers = [(0, 0, 0, "", ("93.184.216.34", 80)), (0, 0, 0, "", ("10.0.0.1", 80))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: answers)
        with pytest.raises(NotFetched, match="public site"):
            fetch.resolve("news.test", 80)

    def test_a_name_is_looked_up_once_and_the_connection_goes_to_what_was_checked(self, web, monkeypatch):
        """So a name that answers differently the next time (rebinding) changes nothing."""
        asked, connected = [], []
        connect = socket.create_connection
        monkeypatch.setattr(socket, "create_connection", lambda to, *rest: connected.append(to) or connect(to, *rest))

        def resolve(host, port):
            asked.append(host)
            return [web.server_address]

        fetch.fetch("http://news.test/graph", resolve)
        assert asked == ["news.test"]
        assert connected == [web.server_address]

    def test_tls_is_spoken_with_the_name_and_its_certificate_checked(self, web, monkeypatch):
        names = []

        class Context:
            def wrap_socket(self, plain, server_hostname):
                names.append(server_hostname)
                return plain

        monkeypatch.setattr(ssl, "create_default_context", lambda cafile: Context())
        fetch.fetch("https://news.test/graph", web.resolve)
        assert names == ["news.test"]
        assert web.asked[0][1]["Host"] == "news.test"

    def test_a_site_without_a_certificate_is_not_read(self, web):
        with pytest.raises(NotFetched, match="does not answer as it should"):
            fetch.fetch("https://news.test/graph", web.resolve)
        assert web.asked == []


class TestSameArticle:
    STORY = "https://tribune.example.org/2025/story?id=7&page=2"

    @pytest.mark.parametrize(
        "address",
        [
            "http://tribune.example.org/2025/story?id=7&page=2",
            "https://www.tribune.example.org/2025/story?id=7&page=2",
            "https://TRIBUNE.Example.org/2025/story/?id=7&page=2",
            "https://tribune.example.org:443/2025/story?id=7&page=2",
            "https://tribune.example.org/2025/story?page=2&id=7&utm_source=letter&fbclid=x#comments",
            " https://tribune.example.org/2025/%73tory?id=7&page=2 ",
        ],
    )
    def test_has_one_key_in_whatever_its_address_is_dressed(self, address):
        assert key_of(address) == key_of(self.STORY)

    @pytest.mark.parametrize(
        "address",
        [
            "https://tribune.example.org/2025/story?id=8&page=2",
            "https://tribune.example.org/2025/story",
            "https://tribune.example.org/2025/Story?id=7&page=2",
            "https://tribune.example.org:8443/2025/story?id=7&page=2",
            "https://news.tribune.example.org/2025/story?id=7&page=2",
        ],
    )
    def test_others_have_another(self, address):
        assert key_of(address) != key_of(self.STORY)

    def test_no_address_has_no_key(self):
        assert key_of("  ") is None

    @given(st.text(max_size=80))
    def test_any_text_has_a_key(self, text):
        assert len(key_of("https://" + text)) == 64
        assert isinstance(host_of("https://" + text), str)
