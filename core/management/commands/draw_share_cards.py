"""Draw the share cards that are missing or show what is no longer so."""

from django.core.management.base import BaseCommand

from core.share_cards import draw, lacking


class Command(BaseCommand):
    """`manage.py draw_share_cards`: can be stopped and started again at any time; what is done is not done again."""

    help = "Draws the share images that pages without photo lack."

    def handle(self, **options):
        """Go through the pages, newest first, and say how far it is."""
        ids = lacking()
        for number, pk in enumerate(ids, start=1):
            draw(pk)
            if self.stdout.isatty() or number * 10 // len(ids) > (number - 1) * 10 // len(ids):
                end = "\r" if self.stdout.isatty() and number < len(ids) else "\n"
                self.stdout.write(f"{number} of {len(ids)} cards", ending=end)
                self.stdout.flush()
        if not ids:
            self.stdout.write("No page lacks a card.")
