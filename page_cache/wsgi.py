"""The WSGI application that gives out stored pages before anything else of Django begins."""

from django.core.exceptions import MiddlewareNotUsed
from django.core.handlers.wsgi import WSGIHandler

from page_cache.middleware import PageCacheMiddleware


class PageCacheHandler(WSGIHandler):
    """Django's handler, except that a stored page which is right goes out at once.

    It needs no database, so the signals that begin and end a request, half of what a hit would cost, stay out;
    and a 404 is logged when it is rendered, not each time it is given out. Everything else, and every request while
    PAGE_CACHE_ENABLED is False, takes the usual way, on which `PageCacheMiddleware` looks again.
    """

    def __init__(self):
        super().__init__()
        try:
            self.page_cache = PageCacheMiddleware(None)
        except MiddlewareNotUsed:
            self.page_cache = None

    def __call__(self, environ, start_response):
        """Answer a request; stored pages as a list, which servers send in one piece."""
        if self.page_cache:
            _address, response = self.page_cache.look_up(self.request_class(environ))
            if response:
                start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
                return [response.content]
        return super().__call__(environ, start_response)
