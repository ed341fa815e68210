"""A small web of our own, as outlets are in it: on this machine, reached under the names of a resolver."""

import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from news.article import fetch

HEADLINE = "Rents & wages: councils act"
GRAPH = """<!doctype html><html><head><title>Page title</title>
<script type="application/ld+json">{"broken": </script>
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "@id": "#site", "name": "Not this"},
  {"@type": "Person", "@id": "#one", "name": "Reporter One"},
  {"@type": "NewsMediaOrganization", "@id": "#outlet", "name": "The Example Tribune"},
  {"@type": ["NewsArticle"], "headline": "Rents &amp; wages: councils act",
   "datePublished": "2025-07-04T23:30:00-07:00",
   "author": [{"@id": "#one"}, {"@type": "Person", "name": "Reporter Two"}], "publisher": {"@id": "#outlet"}}
]}</script><meta property="og:title" content="Another title"></head><body><p>Words</p></body></html>"""
OPEN_GRAPH = """<html><head><meta property="og:title" content="Rents &amp; wages: councils act">
<meta property="og:site_name" content="The Example Tribune"><meta name="author" content="By Reporter One">
<meta property="article:author" content="https://social.example.org/one">
<meta property="article:published_time" content="2025-07-05T02:00:00Z"></head></html>"""
LATIN_1 = '<html><head><meta property="og:title" content="“Café” council – a résumé"></head></html>'
BROKEN = '<html><head><meta property="og:title" content="Whole"><title>Cut<meta name="author" content="A'


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; what it was asked is kept in `server.asked`."""

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        getattr(self, "page_" + self.path.strip("/").replace("-", "_").split("?")[0], self.page_missing)()

    def answer(self, body=b"", status=200, content_type="text/html; charset=utf-8", **headers):
        body = body.encode() if isinstance(body, str) else body
        self.send_response(status)
        for name, value in {"Content-Type": content_type, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_graph(self):
        self.answer(GRAPH)

    def page_open_graph(self):
        self.answer(OPEN_GRAPH)

    def page_latin_1(self):
        self.answer(LATIN_1.encode("cp1252"), content_type="text/html; charset=ISO-8859-1")

    def page_latin_1_within(self):
        self.answer(f'<meta charset="latin1">{LATIN_1}'.encode("cp1252"), content_type="text/html")

    def page_packed(self):
        self.answer(gzip.compress(GRAPH.encode()), Content_Encoding="gzip")

    def page_bomb(self):
        self.answer(gzip.compress(OPEN_GRAPH.encode() + b" " * 200_000_000, 1), Content_Encoding="gzip")

    def page_huge(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(OPEN_GRAPH.encode())
        for _ in range(30):
            self.server.sent += self.wfile.write(b"<p>Words</p>" * 87_382)

    def page_slow_header(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        self.trickle(b"X-Slow: yes\r\n")

    def page_slow_body(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        self.trickle(b"<p>")

    def trickle(self, piece):
        while not self.server.over.wait(0.02):
            self.wfile.write(piece)

    def page_silent(self):
        self.server.over.wait(10)

    def page_to_private(self):
        self.answer(status=302, Location="http://10.0.0.1/secret")

    def page_to_metadata(self):
        self.answer(status=302, Location="http://169.254.169.254/latest/")

    def page_to_file(self):
        self.answer(status=302, Location="file:///etc/passwd")

    def page_to_port(self):
        self.answer(status=302, Location="http://news.test:8080/")

    def page_moved(self):
        self.answer(status=301, Location="/graph")

    def page_loop(self):
        self.answer(status=302, Location="/loop", Set_Cookie="seen=1")

    def page_pdf(self):
        self.answer(b"%PDF-1.4", content_type="application/pdf")

    def page_broken(self):
        self.answer(BROKEN)

    def page_empty(self):
        self.answer()

    def page_subscribers(self):
        self.answer("No", status=403)

    def page_missing(self):
        self.answer("Not here", status=404)

    def page_nonsense(self):
        self.wfile.write(b"This is no HTTP\r\n\r\n")

    def log_message(self, *args):
        pass


class Web(ThreadingHTTPServer):
    """Serves `news.test` on a free port; use it as a context manager."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked, self.sent, self.over = [], 0, threading.Event()
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def resolve(self, host, port):
        """The address of this server for its names; for all others what the real resolver says."""
        return [self.server_address] if host.endswith(".test") else fetch.resolve(host, port)

    def handle_error(self, request, client_address):
        """Readers that hang up are what is tested."""

    def __exit__(self, *args):
        self.over.set()
        self.shutdown()
        super().__exit__(*args)
