"""The servers that are measured: started alike, on a core of their own, with their CPU time counted."""

import os
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from scripts import serve
from scripts.postgres import free_port

START_SECONDS = 60
STOP_SECONDS = 20
TICKS = os.sysconf("SC_CLK_TCK")
CORES = sorted(os.sched_getaffinity(0))


class Server:
    """One granian with one worker process of one thread.

    Args:
        application: the WSGI application as `module:name`.
        **environment: variables besides those of this process.
    """

    def __init__(self, application, **environment):
        self.port = free_port()
        options = {"HOST": "127.0.0.1", "PORT": str(self.port), "WEB_CONCURRENCY": "1"}
        os.environ.update(options)  # where serve.command() looks
        command = [*serve.command()[:-1], application]
        with on_last_core():
            self.process = subprocess.Popen(command, cwd=serve.ROOT, env=os.environ | environment)

    def wait_until_it_answers(self):
        """Return once there is an answer of any status.

        Raises:
            RuntimeError: if the server ends, or says nothing for a minute.
        """
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=10).close()
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise RuntimeError("A server did not start.")

    def cpu_seconds(self):
        """CPU time of the worker processes so far, user and system (proc(5), fields 14 and 15 of stat)."""
        parent = self.process.pid
        workers = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        stats = [Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split() for worker in workers]
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / TICKS

    def stop(self):
        """End the server."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()


@contextmanager
def servers(**kinds):
    """Start servers and stop them afterwards.

    Args:
        **kinds: by name, the WSGI application and a dict of environment variables.

    Yields:
        a dict of name and `Server`.
    """
    started = {}
    try:
        for name, (application, environment) in kinds.items():
            started[name] = Server(application, **environment)
        for server in started.values():
            server.wait_until_it_answers()
        yield started
    finally:
        for server in started.values():
            server.stop()


@contextmanager
def on_last_core():
    """Processes started meanwhile stay on the last core; afterwards this one leaves it to them."""
    os.sched_setaffinity(0, CORES[-1:])
    try:
        yield
    finally:
        os.sched_setaffinity(0, CORES[:-1] or CORES)
