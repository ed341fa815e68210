"""How to reach the default desk, kept in a small file for answers that must do without the database.

The file is named by the setting DESK_COPY_FILE. It is written after each change of the desk, by whichever process
makes it, and now and then by the worker, so that a machine that lost its file gets it back.
"""

import json
import logging
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from django.conf import settings

logger = logging.getLogger(__name__)


class DeskCopy(NamedTuple):
    """What a reporter needs of a desk; `phone` and `hours` may be empty. `hours` is a line in words."""

    name: str
    email: str
    phone: str
    hours: str


def read() -> DeskCopy | None:
    """The copy of the default desk; None if there is none or it cannot be read. Never raises, asks no database."""
    try:
        values = json.loads(_file().read_text(encoding="utf-8"))
        return DeskCopy(**{name: str(values[name]) for name in DeskCopy._fields})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write(copy: DeskCopy | None) -> None:
    """Keep this copy; None takes the file away. A reader sees the old file or the new one, never a part of one.

    What goes wrong is logged, since the change of the desk itself has been saved.
    """
    try:
        if copy is None:
            _file().unlink(missing_ok=True)
        elif copy != read():
            _replace(json.dumps(copy._asdict()))
    except OSError:
        logger.exception("The copy of the press desk for error pages could not be written.")


def _file():
    return Path(settings.DESK_COPY_FILE)


def _replace(text):
    folder = _file().parent
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=folder, prefix=".desk-", delete=False, encoding="utf-8") as new:
        new.write(text)
    file = Path(new.name)
    try:
        file.chmod(0o644)  # a temporary file is for its owner only, and the server may be another user
        file.replace(_file())
    except OSError:
        file.unlink()
        raise
