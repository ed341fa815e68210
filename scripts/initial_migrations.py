"""`make migrations`: write the first migration of every app anew, which is right as long as no site is deployed.

Data migrations stay. They cannot be loaded without the first ones, so they stand aside meanwhile.
"""

import importlib
import os

from scripts.prepare import ROOT

# From the ground up: none that comes later is needed, so that each app has one file.
APPS = ["worker", "images", "core", "media_inquiries", "convenings", "search", "news", "press", "home"]


def main():
    """Write them, with the models as they are now."""
    import django
    from django.core.management import call_command

    os.environ["DJANGO_SETTINGS_MODULE"] = "lp_cms.settings.test"
    os.environ["TEST_DATABASE_URL"] = "sqlite://:memory:"  # what has been applied where is not asked
    django.setup()
    files = [file for app in APPS for file in (ROOT / app / "migrations").glob("0*.py")]
    aside = [file.rename(file.with_suffix(".aside")) for file in files]
    try:
        for app in APPS:
            importlib.invalidate_caches()
            call_command("makemigrations", app, name="initial", include_header=False, verbosity=0)
    finally:
        for file, kept in zip(files, aside, strict=True):
            if file.exists():
                kept.unlink()
            else:
                kept.rename(file)


if __name__ == "__main__":
    main()
