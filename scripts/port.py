"""The port that the site listens on: `PORT`, 8000 without it. make asks before anything is installed or written.

It needs nothing but Python, since nothing else is there yet.
"""

import errno
import os
import socket
import sys

DEFAULT = "8000"
INSTEAD = "Choose another one, for example: PORT=8080 make run"


def chosen() -> int:
    """Return the port that the environment asks for.

    Raises:
        SystemExit: with a sentence, if it is none.
    """
    port = os.environ.get("PORT") or DEFAULT
    if not (port.isascii() and port.isdigit() and 0 < int(port[:9]) < 65536):
        sys.exit(f"PORT={port} is no port; it is a number from 1 to 65535. {INSTEAD}")
    return int(port)


def require_free(port: int) -> None:
    """Leave with a sentence if the site cannot listen on a port of this machine."""
    with socket.socket() as probe:
        # As the server does, for which a port is free whose last connections are only being closed.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            sys.exit(f"Port {port} is reserved for the system's own services. {INSTEAD}")
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            sys.exit(f"Port {port} is taken. {INSTEAD}")


if __name__ == "__main__":
    require_free(chosen())
