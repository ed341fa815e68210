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
OURS = {"DATABASE_URL", "TEST_DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "MEDIA_ROOT", "DEBUG"}

ON_SQLITE = {"DATABASE_URL": f"sqlite:///{SCRATCH / 'site.sqlite3'}"}
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
PYTEST = ["python", "-m", "pytest", "--create-db", "-n", "2"]


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
        print(f"\n── {self.name}", flush=True)
        began = time.monotonic()
        surroundings = {name: value for name, value in os.environ.items() if name not in OURS}
        program, *arguments = self.command
        code = subprocess.run(
            [Path(sys.executable).with_name(program), *arguments],
            cwd=ROOT,
            env=surroundings | self.environment,
            check=False,
        ).returncode
        self.seconds = time.monotonic() - began
        self.outcome = "failed" if code else "ok"

    def skip(self, reason):
        """Say loudly that the step cannot run; where nothing may be skipped, that is a failure."""
        print(f"\n── {self.name}\n!! SKIPPED: {reason}", flush=True)
        self.outcome = f"{'failed' if STRICT else 'skipped'}: {reason}"


FAST = [
    Step("ruff check", ["ruff", "check", "."]),
    Step("ruff format", ["ruff", "format", "--check", "."]),
    Step("migrations are complete", [*MANAGE, "makemigrations", "--check", "--dry-run"], DURING_TESTS),
    Step("system check", [*MANAGE, "check"], DURING_TESTS),
    Step("deployment check", [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"], IN_PRODUCTION),
    Step("tests on SQLite", [*PYTEST, "-m", "not browser and not postgres"]),
]


def on_postgres():
    """The same tests, and those that need it, on PostgreSQL."""
    step = Step("tests on PostgreSQL", [*PYTEST, "-m", "not browser"])
    with postgres.server() as url:
        if url:
            step.environment = {"TEST_DATABASE_URL": url}
            step.run()
        else:
            step.skip(f"no PostgreSQL found; {postgres.HOW_TO_GET_IT}")
    return step


def in_browser():
    """The browser and accessibility tests in Chromium, fetched by Playwright where the machine has none."""
    step = Step("browser tests", [*PYTEST, "-m", "browser", "tests/browser"])
    fetch = [Path(sys.executable).with_name("playwright"), "install", "chromium"]
    if chromium.installed() or subprocess.run(fetch, check=False).returncode == 0:
        step.run()
    else:
        step.skip(f"no Chromium found; {chromium.HOW_TO_GET_IT}")
    return step


def summary(steps):
    """Print how each step went and return the exit code."""
    print("\n── Summary")
    for step in steps:
        print(f"  {step.seconds:6.1f} s  {step.name}: {step.outcome}")
    print(f"  {sum(step.seconds for step in steps):6.1f} s  in all")
    return 1 if any(step.outcome.startswith("failed") for step in steps) else 0


def main(*, fast):
    """Run every step, also after one has failed; returns the exit code."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    for step in FAST:
        step.run()
    return summary(FAST if fast else [*FAST, on_postgres(), in_browser()])


if __name__ == "__main__":
    sys.exit(main(fast="--fast" in sys.argv))
