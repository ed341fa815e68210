"""`manage.py rehearse_embargo <release>`: looks whether anything public tells of a release under embargo."""

from django.core.management.base import BaseCommand, CommandError

from press.embargo import in_four_zones
from press.models import PressRelease
from press.rehearsal import begin, rehearse


class Command(BaseCommand):
    """Fetches every public surface without signing in and reports line by line."""

    help = "Fetch every public surface as a stranger and report whether one of them tells of a release."

    def add_arguments(self, parser):
        """Which release."""
        parser.add_argument("release", help="The id or the slug of the release.")

    def handle(self, *args, release, **options):
        """Report; a leak, or a surface that could not be looked at, is an error.

        Raises:
            CommandError: if there is no such release, or not everything is clean.
        """
        found = PressRelease.objects.filter(slug=release) or PressRelease.objects.filter(
            pk=int(release) if release.isdecimal() and len(release) < 10 else 0
        )
        if len(found) != 1:
            raise CommandError("There is no such release. Give its id, or its slug if no other release has it.")
        self.say_when(found[0])
        rehearsal = begin(found[0])
        rehearse(rehearsal)
        for line in rehearsal.lines:
            leaks = "".join(f"\n        {leak}" for leak in line["leaks"])
            self.stdout.write(f"{line['outcome']:<7} {line['surface']}  {line['address']}{leaks}")
        wrong = sum(line["outcome"] != "clean" for line in rehearsal.lines)
        if wrong:
            raise CommandError(f"{wrong} of {len(rehearsal.lines)} lines are not clean.")
        self.stdout.write(self.style.SUCCESS(f"All {len(rehearsal.lines)} lines are clean."))

    def say_when(self, release):
        """Write when it goes live, in four zones."""
        moment = release.scheduled_moment
        self.stdout.write(f"“{release.draft_title}” goes live by itself:" if moment else "It is not scheduled.")
        for words in in_four_zones(moment) if moment else []:
            self.stdout.write(f"  {words}")
