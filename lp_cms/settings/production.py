"""The public site. Refuses to start on an unsafe default: see `refuse_unsafe`."""

from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403  (settings modules extend each other by convention)
from .base import ALLOWED_HOSTS, BASE_URL, INSTALLED_APPS, SECRET_KEY, env

LOOPBACK = {"localhost", "127.0.0.1", "::1", "[::1]"}

_address = urlsplit(BASE_URL)
_is_secure = _address.scheme == "https"
DEMO = env.bool("DEMO", default=False)  # `make run` sets it


def refuse_unsafe():
    """Stop the start with a sentence for each setting that would make the public site unsafe.

    Plain http is accepted where the site answers to this machine alone, so that `make run` can show
    it in production form.

    Raises:
        ImproperlyConfigured: naming every setting to mend.
    """
    problems = []
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5 or SECRET_KEY.startswith("django-insecure-"):
        problems.append("SECRET_KEY must be a random text of at least 50 characters.")
    if not ALLOWED_HOSTS or any(host.startswith(("*", ".")) for host in ALLOWED_HOSTS):
        problems.append("ALLOWED_HOSTS must name each host of the site, without wildcards.")
    is_local = {_address.hostname, *ALLOWED_HOSTS} <= LOOPBACK
    if not _is_secure and not is_local:
        problems.append("BASE_URL must begin with https:// (plain http only where every host is localhost).")
    if DEMO and not is_local:
        problems.append("DEMO must not be set where others reach the site: the password of its accounts is public.")
    if env.bool("DEBUG", default=False):
        problems.append("DEBUG must not be set; use lp_cms.settings.development to debug.")
    if problems:
        raise ImproperlyConfigured("The site does not start:\n  - " + "\n  - ".join(problems))


refuse_unsafe()

if DEMO:
    INSTALLED_APPS = ["demo", *INSTALLED_APPS]

SECURE_SSL_REDIRECT = _is_secure
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = _is_secure
CSRF_COOKIE_SECURE = _is_secure
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SECURE_HSTS_SECONDS = 31_536_000 if _is_secure else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _is_secure
SECURE_HSTS_PRELOAD = _is_secure
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    PROXY_COUNT = env.int("PROXY_COUNT", default=1)

if EMAIL_URL := env("EMAIL_URL", default=""):
    vars().update(env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="webmaster@localhost")

SEARCH_ENGINES_ALLOWED = env.bool("SEARCH_ENGINES_ALLOWED", default=True)  # False for a copy to try things on

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django_tasks": {"level": "WARNING"},  # else two lines for every task; failures are errors
        "django.request": {"level": "ERROR"},  # else a line for every address that somebody mistyped
    },
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="INFO")},
}
