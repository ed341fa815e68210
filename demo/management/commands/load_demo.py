"""Fill an empty site with the demo content."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from core.demo_accounts import NAMES, PASSWORD, REFUSAL
from demo import loader


class Command(BaseCommand):
    """Load posts, pages, photos and accounts to look at; never touches a site that holds anything else."""

    help = "Fill an empty site with demo content and accounts. A site that has it already stays as it is."

    def handle(self, **options):
        """Make everything in one transaction.

        Raises:
            CommandError: on a production site, or if the site holds content that is not the demo's.
        """
        if not (settings.DEBUG or settings.DEMO):
            raise CommandError(REFUSAL)
        if loader.is_loaded():
            self.stdout.write("The demo content is here already; nothing was changed.")
            return
        if found := loader.other_content():
            raise CommandError(
                f"This site holds content of its own ({found}); the demo is for an empty site. Nothing was changed."
            )
        began = time.monotonic()
        with transaction.atomic():
            loader.load(self.stdout.write)
        self.stdout.write(f"The demo content is loaded, in {time.monotonic() - began:.0f} s.")
        if loader.makes_photo_files_at_once():
            self.stdout.write("Photos have one size so far; manage.py prepare_photos makes the others, in minutes.")
        self.greet()

    def greet(self):
        """Show where everything is, and who can sign in."""
        self.stdout.write(f"  Site    {settings.BASE_URL}/")
        self.stdout.write(f"  Admin   {settings.BASE_URL}{reverse('wagtailadmin_home')}")
        self.stdout.write(f"  Sign in as {', '.join(NAMES)}; password: {PASSWORD}")
        self.stdout.write(self.style.WARNING("  This password is public: change it before others can reach the site."))
