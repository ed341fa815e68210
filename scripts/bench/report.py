"""What was measured, as a table for the terminal and for docs/performance.md."""

import os
import platform
import subprocess
import sysconfig
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from statistics import median

from scripts.prepare import ROOT

DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
LEAST_WARM_RATIO = 0.85
MOST_TIMES_CPU = {"home": 80, "list": 60, "newest post": 60, "longest post": 60}


@dataclass(frozen=True)
class Figure:
    """What one server did in all its turns.

    Attributes:
        rates: answers per second, one number for each turn.
        cpu: CPU milliseconds of the server per answer.
    """

    rates: list[float]
    cpu: float

    @classmethod
    def of(cls, turns):
        """The figure of some turns, pairs of a `load.Run` and the CPU seconds that the server took meanwhile."""
        answers = sum(run.requests for run, _cpu in turns)
        return cls(
            [run.requests / run.seconds for run, _cpu in turns], 1000 * sum(cpu for _run, cpu in turns) / answers
        )

    @property
    def per_second(self):
        """Answers per second in an ordinary turn."""
        return median(self.rates)


@dataclass(frozen=True)
class Row:
    """The figures of one page; turns of equal index followed one another."""

    page: dict
    bare: Figure
    warm: Figure
    uncached: Figure

    @property
    def warm_ratio(self):
        """Requests per second of the warm page, in parts of the bare view's."""
        return median(warm / bare for warm, bare in zip(self.warm.rates, self.bare.rates, strict=True))

    @property
    def times_cpu(self):
        """CPU of the uncached page as a multiple of the bare view's."""
        return self.uncached.cpu / self.bare.cpu

    def missed(self):
        """Sentences for the targets that the page misses."""
        name = self.page["name"]
        if self.warm_ratio < LEAST_WARM_RATIO:
            yield f"{name}: warm {self.warm_ratio:.2f} of the bare view, at least {LEAST_WARM_RATIO} wanted."
        most = MOST_TIMES_CPU.get(name)
        if most and self.times_cpu > most:
            yield f"{name}: uncached {self.times_cpu:.0f} times the bare view’s CPU, at most {most} wanted."

    def line(self):
        """The row as Markdown."""
        cells = [
            self.page["name"],
            f"{self.warm.per_second:.0f}",
            f"{self.warm_ratio:.2f}",
            f"{self.warm.cpu:.2f}",
            f"{self.warm.cpu / self.bare.cpu:.1f}",
            self.page["queries_warm"],
            f"{self.uncached.per_second:.0f}",
            f"{self.uncached.cpu:.1f}",
            f"{self.times_cpu:.0f}",
            self.page["queries_uncached"],
            f"{self.page['cpu_first']:.0f}",
            self.page["queries_first"],
        ]
        return "| " + " | ".join(map(str, cells)) + " |"


def report(rows, database):
    """The text between the markers: where it was measured, and the table."""
    per_second = median(row.bare.per_second for row in rows)
    cpu = median(row.bare.cpu for row in rows)
    return "\n".join(
        [
            f"Measured on {datetime.now(UTC):%B %-d, %Y}, {commit()}, {interpreter()}, {database}, "
            f"{os.cpu_count()} cores; "
            + ", ".join(f"{name} {version(name.lower())}" for name in ("Django", "Wagtail", "Granian"))
            + ".",
            "",
            "| Page | warm: requests/s | of bare | CPU ms | × bare | queries "
            "| uncached: requests/s | CPU ms | × bare | queries | first: CPU ms | queries |",
            "|---|" + "--:|" * 11,
            f"| bare view | {per_second:.0f} | 1 | {cpu:.2f} | 1 | 0 | {per_second:.0f} | {cpu:.2f} | 1 | 0 | | |",
            *[row.line() for row in rows],
        ]
    )


def write(text):
    """Put the text between the markers of docs/performance.md."""
    before, _, rest = DOCUMENT.read_text().partition(BEGIN)
    after = rest.partition(END)[2]
    DOCUMENT.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}")


def commit():
    """The commit that is measured."""

    def git(*arguments):
        return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S607  (found on PATH, like make and python)

    changed = " with changes" if git("status", "--porcelain", "--untracked-files=no") else ""
    return f"commit {git('rev-parse', '--short', 'HEAD') or 'unknown'}{changed}"


def interpreter():
    """The interpreter, and whether it was built to be fast."""
    options = sysconfig.get_config_var("CONFIG_ARGS") or ""
    kind = "an optimized build" if "--enable-optimizations" in options else "not an optimized build"
    return f"{platform.python_implementation()} {platform.python_version()} ({kind})"
