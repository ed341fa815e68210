import logging
import os
import signal

from django.core.management.base import BaseCommand

from worker.loop import Worker


class Command(BaseCommand):
    """Works until SIGTERM or SIGINT, which let the current task finish; a second one ends it at once."""

    help = "Run queued tasks, and the periodic jobs every minute, until stopped."

    def handle(self, **options):
        """Start the loop."""
        # The queue would log its start and end once for every task.
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        os.nice(10)  # visitors come first; making photos in all sizes takes seconds of computing
        worker = Worker()

        def stop(signum, frame):
            signal.signal(signum, signal.SIG_DFL)
            worker.stop()

        signal.signal(signal.SIGTERM, stop)
        signal.signal(signal.SIGINT, stop)
        self.stdout.write("The worker runs.")
        worker.run()
        self.stdout.write("The worker has stopped.")
