"""The Chromium that tests and screenshots use."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET_IT = "install Chromium with the system's package manager, or run `.venv/bin/playwright install chromium`"


def installed():
    """The path of a Chromium on this machine that starts, or None.

    CHROMIUM names one. Some systems have only a stub under that name, so it is asked for its version.
    """
    for name in (os.environ.get("CHROMIUM"), *NAMES):
        path = name and shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return None


def launch(playwright):
    """Start a headless browser that talks to nobody but the site under test.

    Args:
        playwright: the object that `playwright.sync_api.sync_playwright` gives.
    """
    return playwright.chromium.launch(
        executable_path=installed(),  # None stands for the one that Playwright has fetched
        args=[
            "--no-sandbox",  # containers and root have none to offer
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-quic",
            "--disable-dev-shm-usage",
        ],
    )
