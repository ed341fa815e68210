"""`make test` and, with --fast, `make check`: every step in its order, and a summary with seconds.

With CI=true or STRICT=1 a step that cannot run counts as failed.
"""

import os
import secrets
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from scripts import postgres
from tests.browser import chromium

ROOT = Path(__file__).resolve().parent.parent
SCRATCH = ROOT / "var" / "tests"
STRICT = os.environ.get("CI") == "true" or os.environ.get("STRICT") == "1"
# What the surroundings may have set and the steps set for themselves.
OURS = {"DATABASE_URL", "TEST_DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "MEDIA_ROOT", "DEBUG", "DEMO"}
OURS |= {"PYTHONDONTWRITEBYTECODE"}  # or each of the many processes compiles everything anew, for ten seconds

ON_SQLITE = {"DATABASE_URL": f"sqlite:///{SCRATCH / 'site.sqlite3'}", "ENV_FILE": os.devnull}
DURING_TESTS = ON_SQLITE | {"DJANGO_SETTINGS_MODULE": "lp_cms.settings.test"}
IN_PRODUCTION = ON_SQLITE | {
    "DJANGO_SETTINGS_MODULE": "lp_cms.settings.production",
    "SECRET_KEY": secrets.token_urlsafe(64),
    "ALLOWED_HOSTS": "www.example.org",
    "BASE_URL": "https://www.example.org",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "Press desk <press@example.org>",
}
MANAGE = ["python", "manage.py"]
MIGRATE = ["python", "-m", "tests.databases"]
PYTEST = ["python", "-m", "pytest", "--copy-db", "-n", "2"]
SHARED = ["--dist", "worksteal"]  # a worker that has finished takes tests from the other


@dataclass
class Step:
    """One command, and how it went."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=lambda: ON_SQLITE)
    outcome: str = ""
    seconds: float = 0

    def run(self):
        """Run the command in the environment's `bin`, with its output shown."""
        self.start()
        self.finish()

    def start(self):
        """Begin it; others may run meanwhile."""
        print(f"\n── {self.name}", flush=True)
        self._began = time.monotonic()
        surroundings = {name: value for name, value in os.environ.items() if name not in OURS}
        program, *arguments = self.command
        self._process = subprocess.Popen(
            [Path(sys.executable).with_name(program), *arguments], cwd=ROOT, env=surroundings | self.environment
        )

    def finish(self):
        """Wait until it has ended."""
        code = self._process.wait()
        self.seconds = time.monotonic() - self._began
        self.outcome = "failed" if code else "ok"

    def skip(self, reason):
        """Say loudly that the step cannot run; where nothing may be skipped, that is a failure."""
        print(f"\n── {self.name}\n!! SKIPPED: {reason}", flush=True)
        self.outcome = f"{'failed' if STRICT else 'skipped'}: {reason}"


CHECKS = [
    Step("ruff check", ["ruff", "check", "."]),
    Step("ruff format", ["ruff", "format", "--check", "."]),
    Step("migrations are complete", [*MANAGE, "makemigrations", "--check", "--dry-run"], DURING_TESTS),
    Step("system check", [*MANAGE, "check"], DURING_TESTS),
    Step("deployment check", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], IN_PRODUCTION),
]


def checks(environments):
    """Check the code, and meanwhile make the tests' databases: each keeps one processor busy.

    Args:
        environments: those of the databases, by name.
    """
    migrations = [Step(f"migrations on {name}", MIGRATE, environment) for name, environment in environments.items()]
    for step in migrations:
        step.start()
    for step in CHECKS:
        step.run()
    for step in migrations:
        step.finish()
    return [*CHECKS, *migrations]


def on_sqlite():
    """The tests that need neither a browser nor PostgreSQL."""
    step = Step("tests on SQLite", [*PYTEST, *SHARED, "-m", "not browser and not postgres"])
    step.run()
    return step


def on_postgres(environment):
    """Those of them that use the database, and those that need this one; `environment` is None where there is none."""
    step = Step("tests on PostgreSQL", [*PYTEST, *SHARED, "--database-only", "-m", "not browser"])
    if environment:
        step.environment = environment
        step.run()
    else:
        step.skip(f"no PostgreSQL found; {postgres.HOW_TO_GET_IT}")
    return step


def in_browser():
    """The browser and accessibility tests in Chromium, fetched by Playwright where the machine has none."""
    step = Step("browser tests", [*PYTEST, *SHARED, "-m", "browser", "tests/browser"])
    fetch = [Path(sys.executable).with_name("playwright"), "install", "chromium"]
    if chromium.installed() or subprocess.run(fetch, check=False).returncode == 0:
        step.run()
    else:
        step.skip(f"no Chromium found; {chromium.HOW_TO_GET_IT}")
    return step


def summary(steps, began):
    """Print how each step went and return the exit code."""
    print("\n── Summary")
    for step in steps:
        print(f"  {step.seconds:6.1f} s  {step.name}: {step.outcome}")
    print(f"  {time.monotonic() - began:6.1f} s  in all")
    return 1 if any(step.outcome.startswith("failed") for step in steps) else 0


def main(*, fast):
    """Run every step, also after one has failed; returns the exit code."""
    began = time.monotonic()
    SCRATCH.mkdir(parents=True, exist_ok=True)
    if fast:
        return summary([*checks({"SQLite": ON_SQLITE}), on_sqlite()], began)
    with postgres.server() as url:
        on_server = {"TEST_DATABASE_URL": url} if url else None
        environments = {"SQLite": ON_SQLITE} | ({"PostgreSQL": on_server} if url else {})
        steps = [*checks(environments), on_sqlite(), on_postgres(on_server)]
    return summary([*steps, in_browser()], began)


if __name__ == "__main__":
    sys.exit(main(fast="--fast" in sys.argv))
