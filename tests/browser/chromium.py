"""The Chromium that tests and screenshots use."""

import os
import shutil
import subprocess

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET_IT = "install Chromium with the system's package manager, or run `.venv/bin/playwright install chromium`"

# What drops down from the address bar: pages of the browser's own, which nobody sees here. It would load them for every
# new context, and that takes longer than most pages of ours.
NEVER_SEEN = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
# What Playwright leaves out; of two such lists, Chromium reads the last.
LEFT_OUT_BY_PLAYWRIGHT = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"),
    *("HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    "PreconnectToSearch",
)


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
            "--disable-features=" + ",".join(NEVER_SEEN + LEFT_OUT_BY_PLAYWRIGHT),
        ],
    )
