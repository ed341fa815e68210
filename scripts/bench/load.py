"""The load: a few keep-alive connections that each ask again as soon as they have been answered.

Sockets and a selector instead of `http.client`, which would cost about as much as the server it measures.
"""

import re
import resource
import selectors
import socket
import time
from dataclasses import dataclass

CONNECTIONS = 4
MOST_REQUESTS = 20_000  # in one run, whatever the time
PATIENCE_SECONDS = 30  # for one answer
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Run:
    """What one run of load did: answers, wall-clock seconds, CPU seconds of the generator itself."""

    requests: int
    seconds: float
    generator_seconds: float


class Connection:
    """One keep-alive connection to a server on this machine."""

    def __init__(self, port, path):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._request = (
            f"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n"
        ).encode()
        self._received = b""

    def ask(self):
        """Send the request."""
        self._received = b""
        self.socket.sendall(self._request)

    def receive(self):
        """Read what has come; returns the status once the answer is whole, None before.

        Raises:
            ConnectionError: if the server has hung up.
        """
        data = self.socket.recv(262_144)
        if not data:
            raise ConnectionError("The server closed the connection.")
        self._received += data
        head, _blank_line, body = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        is_whole = len(body) >= int(length[1]) if length else body.endswith(b"0\r\n\r\n")  # chunked otherwise
        return int(head[9:12]) if is_whole else None


def run(port, path, status, seconds):
    """Ask for a path again and again.

    Args:
        port: of a server on this machine.
        path: path and query string.
        status: what every answer must have.
        seconds: after which no new request is sent.

    Raises:
        ValueError: for an answer with another status.
        TimeoutError: if nothing comes for a while.
    """
    connections = [Connection(port, path) for _ in range(CONNECTIONS)]
    with selectors.DefaultSelector() as selector:
        for connection in connections:
            selector.register(connection.socket, selectors.EVENT_READ, connection)
        used, began = _cpu_seconds(), time.perf_counter()
        for connection in connections:
            connection.ask()
        asked, answered, end = CONNECTIONS, 0, began + seconds
        while answered < asked:
            ready = selector.select(PATIENCE_SECONDS)
            if not ready:
                raise TimeoutError(f"No answer for {path} in {PATIENCE_SECONDS} s.")
            for key, _events in ready:
                received = key.data.receive()
                if received is None:
                    continue
                if received != status:
                    raise ValueError(f"{path} answered {received} instead of {status}.")
                answered += 1
                if asked < MOST_REQUESTS and time.perf_counter() < end:
                    key.data.ask()
                    asked += 1
        result = Run(answered, time.perf_counter() - began, _cpu_seconds() - used)
    for connection in connections:
        connection.socket.close()
    return result


def _cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
