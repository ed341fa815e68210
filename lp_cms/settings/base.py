"""What every environment shares. Values that differ by machine come from the environment (12-factor)."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.utils.translation import gettext_lazy as _

from core.embeds import FRAME_SOURCES

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env.read_env(env("ENV_FILE", default=str(BASE_DIR / ".env")))  # what the environment itself sets comes first
# Where the site keeps what it writes, unless another variable says otherwise.
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
BASE_URL = env("BASE_URL", default="http://localhost:8000").rstrip("/")

# The app `demo` is added where there may be a demo: in development, in tests and by `make run`.
DEMO = False

# Higher rooms stand above lower ones; tests/test_architecture.py keeps imports pointing down.
INSTALLED_APPS = [
    "home",
    "press",
    "news",
    "convenings",
    "search",
    "media_inquiries",
    "core",
    "images",
    "page_cache",
    "worker",
    "texts",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail_modeladmin",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First, so that a stored page costs nothing of what follows.
    "page_cache.middleware.PageCacheMiddleware",
    "texts.middleware.NoNull",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.security.ContentSecurityPolicy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.middleware.ExplainRefusals",
    "news.middleware.AskFormAgain",
    "core.middleware.Redirects",
    "core.middleware.Remember",
]

ROOT_URLCONF = "lp_cms.urls"
WSGI_APPLICATION = "lp_cms.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.context_processors.site",
                "media_inquiries.context_processors.press_desk",
            ],
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # looks for the templates of widgets in DIRS too

# --- Data -----------------------------------------------------------------------------------


def database(variable, default=environ.Env.NOTSET):
    """The database that a URL in the environment names, with our limits (docs/decisions/0004-database.md).

    Args:
        variable: name of the environment variable, e.g. `DATABASE_URL`.
        default: the URL to use where the variable is not set.
    """
    config = env.db(variable, default=default)
    if config["ENGINE"] == "django.db.backends.sqlite3":
        limits = {
            "timeout": 20,  # seconds: a writer waits its turn instead of failing; readers never wait
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728;",
        }
    else:
        limits = {
            "connect_timeout": 5,  # seconds
            "tcp_user_timeout": 15_000,  # milliseconds until a vanished server is noticed
            # To compile a query takes longer than to answer any of ours.
            "options": "-c statement_timeout=60s -c jit=off",
        }
    config["OPTIONS"] = {**limits, **config.get("OPTIONS", {})}
    config["CONN_MAX_AGE"] = 600  # seconds
    config["CONN_HEALTH_CHECKS"] = True
    return config


DATABASES = {"default": database("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'site.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env("REDIS_URL", default="")


def cache(name):
    """A cache shared by all processes: in Redis where there is one, else a folder on disk."""
    if REDIS_URL:
        return {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": name,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},  # seconds
        }
    return {
        "BACKEND": "page_cache.backends.FileCache",
        "LOCATION": VAR_DIR / "cache" / name,
        "OPTIONS": {"MAX_ENTRIES": 20_000},  # Django's 300 would throw pages out all the time
    }


CACHES = {name: cache(name) for name in ("default", "renditions", "page_cache")}
PAGE_CACHE_ENABLED = env.bool("PAGE_CACHE_ENABLED", default=True)
# Every parameter that a public view reads; pages see no others.
PAGE_CACHE_QUERY_PARAMETERS = (
    *("kind", "limit", "offset", "outlet", "page", "place", "q", "series", "sort", "topic", "year"),
)
# Besides what holds no pages anyway: the inquiry form, which is somebody's own, and drafts for reviewers.
PAGE_CACHE_EXEMPT_PATHS = (
    *("/admin/", "/documents/", "/static/", "/media/", "/photos/"),
    "/press/media-inquiries/ask/",
    "/review/",
)
SESSION_ENGINE = "django.contrib.sessions.backends.db"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# --- Mail and visitors' addresses -----------------------------------------------------------

EMAIL_TIMEOUT = 10  # seconds; a mail server that is away must not hold up the worker
# How many proxies stand before the server and each append to X-Forwarded-For; by the client's address the inquiry
# form limits how often it is sent.
PROXY_COUNT = env.int("PROXY_COUNT", default=0)

# --- Files ----------------------------------------------------------------------------------

# How to reach the press desk, for answers without the database (media_inquiries.desk.desk_copy).
DESK_COPY_FILE = VAR_DIR / "desk.json"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(VAR_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a long page in the editor has thousands of form fields

# --- Search engines and those who find a weak spot ------------------------------------------

SEARCH_ENGINES_ALLOWED = env.bool("SEARCH_ENGINES_ALLOWED", default=False)  # robots.txt; production says True
SECURITY_CONTACT = env("SECURITY_CONTACT", default="")  # such as mailto:security@example.org; the press desk if empty

# --- Language and time ----------------------------------------------------------------------

LANGUAGE_CODE = "en-us"
LANGUAGES = [("en", _("English"))]
TIME_ZONE = "America/New_York"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["core.formats"]  # moments with the name of their zone, in Wagtail's templates too

# --- Signing in -----------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"

# --- What browsers may do (docs/decisions/0006-content-security-policy.md) ------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "media-src": [SELF],
        "frame-src": FRAME_SOURCES,
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "object-src": [NONE],
    },
}
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF, *FRAME_SOURCES],
}
PERMISSIONS_POLICY = {
    feature: [] for feature in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # Wagtail allows its previews itself

# --- Wagtail --------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Local Progress"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 20
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = False
# What an editor can choose from; all zones of the world would be six hundred.
WAGTAIL_USER_TIME_ZONES = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
]

WAGTAILIMAGES_IMAGE_MODEL = "images.Photo"
WAGTAILIMAGES_IMAGE_FORM_BASE = "images.forms.PhotoForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif", "heic", "heif", "gif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024  # bytes
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 64_000_000

WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "key", "odt", "pdf", "pptx", "rtf", "txt", "xlsx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024  # bytes

WAGTAILAPI_LIMIT_MAX = 50  # rows of one answer of the API
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend"}}
