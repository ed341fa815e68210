"""Bring the virtual environment `.venv` to what a lock file says; the Makefile runs this first.

Needs Python 3.11 to 3.13 and nothing else: `python3.11 scripts/install.py requirements.txt`. It is done in
milliseconds when nothing has changed, and a developer's environment stays one.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed"
UV = "uv==0.13.9"
DEVELOPER_LOCK = "requirements-dev.txt"


def stamp_for(lock):
    """The line that says which lock, in which state, the environment holds."""
    return f"{lock} {hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()}"


def run(*command):
    """Whether the command, run by the environment's Python, succeeded."""
    # Where a network has its own certificates, the machine knows them; uv would look only at those it brings.
    environment = os.environ | {"UV_SYSTEM_CERTS": os.environ.get("UV_SYSTEM_CERTS", "true")}
    return subprocess.run([PYTHON, "-m", *command], cwd=ROOT, env=environment, check=False).returncode == 0


def make_venv():
    """Create the environment.

    Raises:
        SystemExit: with a sentence on what the machine lacks.
    """
    if not (3, 11) <= sys.version_info < (3, 14):  # whatever Python the machine has runs this
        sys.exit(
            f"Python 3.11, 3.12 or 3.13 is needed; {sys.executable} is {sys.version.split()[0]}. "
            "If you have one under another name: PYTHON=/path/to/python3.11 make run"
        )
    print("Creating .venv …", flush=True)
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except subprocess.CalledProcessError:
        sys.exit("This Python cannot create environments; install its venv package (python3.11-venv).")


def install(lock):
    """Install exactly what the lock names, with uv; with pip, slower, where uv does not reach the packages.

    Raises:
        SystemExit: if neither can.
    """
    print(f"Installing {lock}, which takes up to a minute the first time …", flush=True)
    if run("pip", "install", "--quiet", "--disable-pip-version-check", UV) and run(
        "uv", "pip", "sync", "--python", str(PYTHON), "--require-hashes", lock
    ):
        return
    print("uv could not install the packages; trying pip, which takes longer …", flush=True)
    if not run("pip", "install", "--disable-pip-version-check", "--require-hashes", "-r", lock):
        sys.exit(f"The packages of {lock} could not be installed; see above.")


def main(lock):
    """Install the lock unless the environment already holds it."""
    installed = STAMP.read_text() if STAMP.exists() else ""
    if installed.startswith(DEVELOPER_LOCK):
        lock = DEVELOPER_LOCK
    if installed == stamp_for(lock):
        return
    if not PYTHON.exists():
        make_venv()
    STAMP.unlink(missing_ok=True)
    install(lock)
    STAMP.write_text(stamp_for(lock))


if __name__ == "__main__":
    main(sys.argv[1])
