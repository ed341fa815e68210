import json
import subprocess
import sys

from scripts.bench import load, report
from scripts.bench.scratch import site
from scripts.bench.servers import servers
from scripts.prepare import ROOT, announced

TURNS = 24  # of each server, one after the other, so that what else the machine does hits all alike
SECONDS = 0.12  # of each turn
BUSIEST_GENERATOR = 0.8  # part of the time; above it, the load would be what is measured


def main():
    """Measure every page type and write docs/performance.md; returns 1 if a target is missed."""
    with site():
        looked = subprocess.run(
            [sys.executable, "-m", "scripts.bench.inside"], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
        )
        found = json.loads(looked.stdout)
        with (
            servers(
                bare=("scripts.bench.bare:application", {}),
                warm=("lp_cms.wsgi:application", {"PAGE_CACHE_ENABLED": "True"}),
                uncached=("lp_cms.wsgi:application", {"PAGE_CACHE_ENABLED": "False"}),
            ) as started,
            announced("Measuring"),
        ):
            rows = [measure(page, started) for page in found["pages"]]
    text = report.report(rows, found["database"])
    report.write(text)
    print(f"\n{text}\n")
    missed = [sentence for row in rows for sentence in row.missed()]
    print("\n".join(missed) or "Every target is met.")
    return 1 if missed else 0


def measure(page, started):
    """Ask the three servers in turn; returns the `Row` of a page."""
    path, status = page["path"], page["status"]
    targets = {"bare": ("/", 200), "warm": (path, status), "uncached": (path, status)}
    for name, target in targets.items():
        load.run(started[name].port, *target, seconds=0)  # as many as there are connections
    turns = {name: [] for name in targets}
    for _ in range(TURNS):
        for name, target in targets.items():
            used = started[name].cpu_seconds()
            run = load.run(started[name].port, *target, seconds=SECONDS)
            turns[name].append((run, started[name].cpu_seconds() - used))
    check_generator(page["name"], [run for run, _cpu in turns["bare"] + turns["warm"]])
    print(f"  {page['name']}", flush=True)
    return report.Row(page, **{name: report.Figure.of(those) for name, those in turns.items()})


def check_generator(name, runs):
    """Say so if the load generator may have been slower than the server."""
    busy = sum(run.generator_seconds for run in runs) / sum(run.seconds for run in runs)
    if busy > BUSIEST_GENERATOR:
        print(f"! The load generator was busy {busy:.0%} of the time for {name}; do not trust its requests/s.")


if __name__ == "__main__":
    sys.exit(main())
