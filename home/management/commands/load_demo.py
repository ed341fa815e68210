"""Fill an empty site with the demo content."""

import logging
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from home.demo.illustrations import draw
from home.demo.loader import ACCOUNTS, PASSWORD, Loader, is_loaded, makes_photo_files_at_once, other_content, pictures

PROCESSES = 2


@contextmanager
def quiet_log():
    """Keep Wagtail from logging every page, which would bury the progress."""
    logger = logging.getLogger("wagtail")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


class Command(BaseCommand):
    """Load posts, pages, photos and accounts to look at; never touches a site that holds anything else."""

    help = "Fill an empty site with demo content and accounts. A site that has it already stays as it is."

    def handle(self, **options):
        """Draw the illustrations, then make everything in one transaction.

        Raises:
            CommandError: if the site holds content that is not the demo's.
        """
        if is_loaded():
            self.stdout.write("The demo content is here already; nothing was changed.")
            return
        if found := other_content():
            raise CommandError(
                f"This site holds content of its own ({found}); the demo is for an empty site. Nothing was changed."
            )
        began = time.monotonic()
        drawings = self.draw_all()
        with quiet_log(), transaction.atomic():
            Loader(drawings, self.stdout.write).load()
        self.stdout.write(f"The demo content is loaded, in {time.monotonic() - began:.0f} s.")
        if makes_photo_files_at_once():
            self.stdout.write("Photos have one size so far; manage.py prepare_photos makes the others, in minutes.")
        self.greet()

    def draw_all(self):
        """Every illustration, drawn by several processes; before the transaction, because it takes longest."""
        wanted = pictures()
        drawings = {}
        with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
            scenes, seeds = [one.scene for one in wanted], [one.seed for one in wanted]
            for picture, drawing in zip(wanted, pool.map(draw, scenes, seeds, chunksize=4), strict=True):
                drawings[picture] = drawing
                if len(drawings) % 10 == 0 or len(drawings) == len(wanted):
                    self.stdout.write(f"Illustrations: {len(drawings)} of {len(wanted)} …")
        return drawings

    def greet(self):
        """Say where everything is, and who can log in."""
        self.stdout.write(f"  Site    {settings.BASE_URL}/")
        self.stdout.write(f"  Blog    {settings.BASE_URL}/blog/")
        self.stdout.write(f"  Admin   {settings.BASE_URL}{reverse('wagtailadmin_home')}")
        self.stdout.write(f"  Log in  as {', '.join(ACCOUNTS)}; password: {PASSWORD}")
        self.stdout.write(self.style.WARNING("  This password is public: change it before others can reach the site."))
