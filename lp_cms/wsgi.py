"""The WSGI entry that the production server loads."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lp_cms.settings.production")
django.setup(set_prefix=False)

from page_cache.wsgi import PageCacheHandler  # noqa: E402  (Django has to be set up first)

application = PageCacheHandler()
