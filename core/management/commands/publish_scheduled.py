"""`manage.py publish_scheduled`, in place of Wagtail's, which stops at the first page that fails."""

from django.core.management.base import BaseCommand

from core import schedule


class Command(BaseCommand):
    """Publishes and unpublishes what editors have scheduled, each page and snippet by itself."""

    help = "Publish and unpublish what has been scheduled; what fails is logged and does not stop the rest."

    def add_arguments(self, parser):
        """As Wagtail's command does."""
        parser.add_argument("--dryrun", action="store_true", help="Only list what is due.")

    def handle(self, *args, dryrun, **options):
        """Do what is due, or list it."""
        if not dryrun:
            schedule.run()
            return
        for item in schedule.due():
            self.stdout.write(f"{item.due_at:%Y-%m-%d %H:%M %Z}  {item.name}")
