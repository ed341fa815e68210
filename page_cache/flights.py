"""One render at a time for each page in this process: whoever comes meanwhile waits for the first."""

from contextlib import contextmanager
from threading import Event, Lock


class Flight:
    """A render under way. `kept` says, once it has landed, whether others can use what it made."""

    def __init__(self):
        self.kept = False
        self._landed = Event()

    def wait(self, seconds):
        """Wait until the render has ended, at most `seconds`; whether it has."""
        return self._landed.wait(seconds)

    def land(self):
        """Let those go on who wait."""
        self._landed.set()


_flights = {}
_lock = Lock()


@contextmanager
def flight(address):
    """Yield the flight of an address, and whether it is ours to fly; our own lands at the end."""
    with _lock:
        ours = address not in _flights
        current = _flights.setdefault(address, Flight()) if ours else _flights[address]
    try:
        yield current, ours
    finally:
        if ours:
            with _lock:
                del _flights[address]
            current.land()
