"""The one clock of the tests: what it says, Django, the page cache, signed tokens and sessions all read."""

from datetime import UTC, datetime, timedelta

import time_machine


class Clock:
    """Sets the time for the whole process, which then stands still; `time.monotonic` goes on.

    Child processes keep the machine's time. To run tests as of another day: `make test-dates`.
    """

    def __init__(self, machine: time_machine.TimeMachineFixture) -> None:
        self._machine = machine

    def move_to(self, moment: datetime) -> None:
        """Set the clock to an aware moment."""
        self._machine.move_to(moment.astimezone(UTC), tick=False)  # a moment in a zone would move the machine's zone

    def shift(self, by: timedelta) -> None:
        """Move the clock on from what it says, or back."""
        self.move_to(self.now + by)

    @property
    def now(self) -> datetime:
        """What the clock says, in UTC."""
        return datetime.now(UTC)
