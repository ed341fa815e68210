"""An anonymous page cache for Wagtail: pages are rendered once, and never served older than the site.

Put `page_cache` in INSTALLED_APPS, `page_cache.middleware.PageCacheMiddleware` first in MIDDLEWARE, let the server
load a `page_cache.wsgi.PageCacheHandler` (a third of the cost of a hit; the middleware does without it), and name a
cache `page_cache` in CACHES that all processes share: `page_cache.backends.FileCache` on one machine, Redis
on several. Settings, all optional:

- `PAGE_CACHE_ENABLED` (True): False takes the middleware out.
- `PAGE_CACHE_QUERY_PARAMETERS` (none): the query parameters that views read. They see no others.
- `PAGE_CACHE_EXEMPT_PATHS` (admin, documents, static files, media): path prefixes that are passed through
  untouched, with their whole query string.
- `PAGE_CACHE_WAIT_SECONDS` (10): how long a request waits for another that renders the same page.
- `PAGE_CACHE_OUTER_SECONDS` (0): what outer caches may keep, as `s-maxage`. Only for an outer cache that is
  purged on publishing and passes requests with a session cookie.

What Wagtail's and Django's signals tell of is seen by itself (`page_cache.signals`). Code that writes past
them, with `QuerySet.update()` or `bulk_create()`, calls `changed()`. A page that depends on time calls
`expires_at()` while it is rendered. What many pages have in common is kept by `remember()`.
"""

from page_cache.entries import expires_at
from page_cache.remembered import one_look, remember, remember_each
from page_cache.token import changed

__all__ = ["changed", "expires_at", "one_look", "remember", "remember_each"]
