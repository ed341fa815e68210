import logging
import time

from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker as Queue
from django_tasks_db.models import DBTaskResult

from . import heartbeat, jobs

logger = logging.getLogger(__name__)

IDLE_SECONDS = 1  # how long a new task may wait, and how late a minute may begin
LONGEST_PAUSE = 30  # seconds between two attempts to reach a database that is away


class Worker:
    """Runs queued tasks one by one, and the periodic jobs at the beginning of every minute.

    Between any two tasks it looks at the clock, so a long queue cannot delay what is scheduled.
    """

    def __init__(self):
        self._running = True
        self._last_tick = None
        self._queue = Queue(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=IDLE_SECONDS,
            batch=True,  # returns when nothing waits …
            max_tasks=1,  # … or after one task
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            worker_id=get_random_string(32),
        )

    def run(self):
        """Work until `stop` is called. A database that is away is reported once and waited for."""
        pause, away = 0, False
        while self._running:
            try:
                worked = self.step()
            except (OperationalError, InterfaceError) as error:
                if not away:
                    logger.warning("The database cannot be used, trying again until it can: %s", error)
                away = True
                pause = min(max(2 * pause, IDLE_SECONDS), LONGEST_PAUSE)
            else:
                if away:
                    logger.warning("The database can be used again.")
                away = False
                pause = 0 if worked else IDLE_SECONDS
            self._sleep(pause)

    def stop(self):
        """Return from `run` as soon as the current task or job is done; safe in a signal handler."""
        self._running = self._queue.running = False

    def step(self):
        """Run the jobs if a new minute has begun, then one task.

        Returns:
            Whether there was a task, so that more may be waiting.

        Raises:
            django.db.OperationalError, django.db.InterfaceError: the database is away or locked.
        """
        close_old_connections()
        moment = timezone.now().replace(second=0, microsecond=0)
        if moment != self._last_tick:
            heartbeat.beat()
            jobs.run_due(moment)
            self._last_tick = moment
        # Looking first spares the database the lock that the queue takes on every visit.
        worked = DBTaskResult.objects.ready().filter(backend_name=DEFAULT_TASK_BACKEND_ALIAS).exists()
        if worked:
            self._queue.run()
        return worked

    def _sleep(self, seconds):
        """Wait, in steps short enough that `stop` is noticed."""
        end = time.monotonic() + seconds
        while self._running and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, IDLE_SECONDS))
