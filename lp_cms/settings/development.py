"""The developer's server: reload, debug pages, tasks done at once, nothing cached."""

from .base import *  # noqa: F403  (settings modules extend each other by convention)
from .base import BASE_DIR, INSTALLED_APPS, MEDIA_URL, STORAGES, env  # noqa: F401

DEBUG = True
DEMO = True
INSTALLED_APPS = ["demo", *INSTALLED_APPS]
_own_url = f"http://localhost:{env('PORT', default='8000')}"
BASE_URL = WAGTAILADMIN_BASE_URL = env("BASE_URL", default=_own_url).rstrip("/")
SECRET_KEY = env("SECRET_KEY", default="only-for-development")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
INTERNAL_IPS = ["127.0.0.1"]
PAGE_CACHE_ENABLED = False
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
AUTH_PASSWORD_VALIDATORS = []
