"""The production server, `make serve`: granian with one thread in each of WEB_CONCURRENCY processes.

Listens on HOST and PORT. Everything else is in the environment that lp_cms.settings.production reads;
docs/deploy.md lists it.
"""

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
# Only what is public: originals and documents lie beside these and are given out by views that ask who it is.
PUBLIC_MEDIA = ("images", "avatar_images", "quote_cards", "share_cards")


def command():
    """The command line that starts the server.

    Raises:
        ImproperlyConfigured: if the settings refuse the environment. Said here, once; granian would try
            to start its processes again and again.
    """
    media_root = Path(settings.MEDIA_ROOT)  # settings read .env, which may name HOST, PORT and WEB_CONCURRENCY
    options = {
        "--interface": "wsgi",
        "--host": os.environ.get("HOST", "127.0.0.1"),
        "--port": os.environ.get("PORT", "8000"),
        "--workers": os.environ.get("WEB_CONCURRENCY", str(os.cpu_count())),
        "--blocking-threads": "1",
        "--workers-kill-timeout": "15",  # seconds
        "--working-dir": str(ROOT),
    }
    flags = ["--no-ws", "--respawn-failed-workers"]
    line = [str(Path(sys.executable).with_name("granian")), *flags]
    line += [word for option in options.items() for word in option]
    for name in PUBLIC_MEDIA:
        folder = media_root / name
        folder.mkdir(parents=True, exist_ok=True)
        line += ["--static-path-route", f"{settings.MEDIA_URL}{name}", "--static-path-mount", str(folder)]
    return [*line, "lp_cms.wsgi:application"]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lp_cms.settings.production")
    try:
        line = command()
    except ImproperlyConfigured as problem:
        sys.exit(str(problem))
    os.execv(line[0], line)  # noqa: S606  (becomes the server, so that signals reach it)
