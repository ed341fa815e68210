"""Run the tests as of other days: `python -m scripts.dates [DAY …] [-- ARGUMENTS OF PYTEST]`, by default all `DAYS`.

Debian's faketime moves the clock of the tests and of every process that they start. Waiting for a
child with a time limit fails under it, so the tests of `PROCESSES` are left out.
"""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = "faketime/libfaketimeMT.so.1"
HOW_TO_GET_IT = "install faketime with the system's package manager"
EASTERN = ZoneInfo("America/New_York")
TESTS = {"DJANGO_SETTINGS_MODULE": "lp_cms.settings.test"}
PROCESSES = ["page_cache/tests/test_other_process.py", "tests/test_outage.py"]
# Each run takes minutes, so the night of a change begins some minutes before it.
DAYS = {
    "today": None,
    "in 400 days": timedelta(days=400),
    "leap day": datetime(2028, 2, 29, 20, tzinfo=EASTERN),  # already March 1 in UTC
    "spring forward": datetime(2027, 3, 14, 1, 58, tzinfo=EASTERN),
    "fall back": datetime(2027, 11, 7, 1, 58, tzinfo=EASTERN),  # fold 0: the first of the two
}


def library() -> Path | None:
    """Return the path of the library of faketime on this machine, or None."""
    return next(Path("/usr/lib").glob(f"**/{LIBRARY}"), None)


def environment(day: str) -> dict[str, str]:
    """Return the environment variables under which a process finds itself on one of `DAYS`.

    Children inherit the same offset, whatever their time zone. `time.monotonic` is left alone, or waiting would break.

    Raises:
        FileNotFoundError: if faketime is not installed and the day is not today.
    """
    moment = DAYS[day]
    if moment is None:
        return {}
    if (path := library()) is None:
        raise FileNotFoundError(HOW_TO_GET_IT)
    offset = moment if isinstance(moment, timedelta) else moment - datetime.now(UTC)
    return {
        "LD_PRELOAD": str(path),
        "FAKETIME": f"{offset.total_seconds():+.0f}s",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "NO_FAKE_STAT": "1",
    }


def main(days: list[str], arguments: list[str]) -> int:
    """Run pytest once for each day; return the number of days on which it failed."""
    subprocess.run([sys.executable, "-m", "tests.databases"], cwd=ROOT, env=os.environ | TESTS, check=True)
    command = [sys.executable, "-m", "pytest", "--copy-db", "-n", "2", "--dist", "worksteal", *arguments]
    failed = []
    for day in days:
        print(f"\n── {day}", flush=True)
        if subprocess.run(command, cwd=ROOT, env=os.environ | environment(day), check=False).returncode:
            failed.append(day)
    print(f"\n{len(days) - len(failed)} days passed, {len(failed)} failed: {', '.join(failed) or 'none'}")
    return len(failed)


if __name__ == "__main__":
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    sys.exit(
        main(
            sys.argv[1:end] or list(DAYS),
            sys.argv[end + 1 :] or ["-m", "not browser", *(f"--deselect={path}" for path in PROCESSES)],
        )
    )
