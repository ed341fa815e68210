"""`make run`: the whole site on this machine as visitors would get it, server and worker together."""

import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.request

from scripts import port, serve
from scripts.prepare import ROOT, VAR, as_server, in_use, prepare

STOP_SECONDS = 20  # how long server and worker may take to finish what they are doing


def main():
    """Prepare the site, start it and watch it; returns the exit code."""
    chosen = port.chosen()
    port.require_free(chosen)
    url = f"http://localhost:{chosen}"
    with as_server(url), in_use():
        set_environment(url)
        login = prepare(serving=True)
        stop_asked = catch_signals()
        processes = {"server": start(serve.command()), "worker": start([sys.executable, "manage.py", "run_worker"])}
        try:
            return supervise(processes, stop_asked, url, login)
        finally:
            stop(processes.values())


def set_environment(url):
    """Production settings for this machine: a secret key of its own, reachable as localhost only."""
    VAR.mkdir(exist_ok=True)
    key = VAR / "secret-key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(64))
    os.environ.update(
        DJANGO_SETTINGS_MODULE="lp_cms.settings.production",
        SECRET_KEY=key.read_text(),
        ALLOWED_HOSTS="localhost,127.0.0.1",
        BASE_URL=url,
        DEMO="1",
        HOST="127.0.0.1",
        PORT=url.rpartition(":")[2],
    )
    for name in ("LOG_LEVEL", "GRANIAN_LOG_LEVEL"):
        os.environ.setdefault(name, "WARNING")


def catch_signals():
    """A list that is empty until somebody wants the site to stop."""
    asked = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda signum, frame: asked.append(signum))
    return asked


def start(command):
    """Start a process that gets no signal but from us, so that Ctrl-C reaches it in good order."""
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True)


def supervise(processes, stop_asked, url, login):
    """Greet when the server answers, however long that takes; wait for a signal (returns 0) or an end of either (1)."""
    greeted = False
    while not stop_asked:
        for name, process in processes.items():
            if process.poll() is not None:
                print(f"The {name} ended with code {process.returncode}; stopping the site.", file=sys.stderr)
                return 1
        if not greeted and answers(url):
            greet(url, login)
            greeted = True
        time.sleep(0.2)
    return 0


def answers(url):
    """Whether the server answers."""
    try:
        with urllib.request.urlopen(f"{url}/healthz", timeout=5):  # noqa: S310  (on this machine)
            return True
    except OSError:
        return False


def greet(url, login):
    """Say where the site is and how to log in."""
    print(f"\nThe site runs on     {url}/")
    print(f"The editor runs on   {url}/admin/")
    if login:
        print(f"Log in there as      {login}")
    print("Ctrl-C stops both.\n", flush=True)


def stop(processes):
    """Let every process finish; end those that do not."""
    for process in processes:
        if process.poll() is None:
            process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in processes:
        try:
            process.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # with the processes that it has started


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
