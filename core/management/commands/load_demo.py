"""Refuse the demo where its app is not installed; where it is, its own command has this name."""

from django.core.management.base import BaseCommand, CommandError

from core.demo_accounts import REFUSAL


class Command(BaseCommand):
    """Say why this site gets no demo."""

    help = "Fill an empty site with demo content; only where the demo is installed (development, `make run`)."

    def handle(self, **options):
        """Leave the site alone.

        Raises:
            CommandError: always.
        """
        raise CommandError(REFUSAL)
