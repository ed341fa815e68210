"""Pictures of every page type, wide and narrow, light, dark and printed, into var/screenshots/.

    python -m scripts.screenshots [ADDRESS] [--keep]

ADDRESS is that of a running site (on localhost, at PORT or 8000, if left out). With --keep, a dozen small ones
go to docs/screenshots/ for the README.
"""

import argparse
import io
import sys
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import urlopen

from PIL import Image, ImageOps
from playwright.sync_api import sync_playwright

from scripts import port
from tests.browser.chromium import launch

ROOT = Path(__file__).resolve().parent.parent
ALL = ROOT / "var" / "screenshots"
KEPT = ROOT / "docs" / "screenshots"
SIZES = {"desktop": (1440, 900), "phone": (390, 844), "print": (680, 900)}  # CSS pixels; letter paper
PAPER_MARGIN = 68  # CSS pixels; media emulation leaves out the margins of a sheet
SHOTS = ["desktop-light", "desktop-dark", "phone-light", "phone-dark", "print"]
KEPT_BYTES = 120_000
KEPT_WIDTH = 1000  # pixels
KEPT_RATIO = {"desktop": 1, "phone": 2.6, "print": 1.294}  # height to width; the README needs no more
TO_KEEP = {
    "home-desktop-light",
    "home-desktop-dark",
    "blog-desktop-light",
    "blog-phone-light",
    "post-desktop-light",
    "post-phone-dark",
    "post-print",
    "press-desktop-light",
    "release-phone-light",
    "convening-desktop-light",
    "search-desktop-light",
    "search-phone-dark",
}

# Photos below the fold load late; a picture of the whole page needs them now.
LOAD_PHOTOS = """async () => {
  const photos = [...document.images];
  for (const photo of photos) photo.loading = "eager";
  await Promise.all(photos.map(photo => photo.decode().catch(() => {})));
}"""


def page_addresses(browser, address):
    """The address of one page of each type, found by following the site's own links.

    Returns:
        a dict of a short name and an address; page types that the site does not show are left out.
    """
    page = browser.new_page()

    def links(selector):
        return page.eval_on_selector_all(selector, "links => links.map(link => link.href)")

    page.goto(address)
    blog, *others = links(".menu a")
    desk = next(iter(links(".site-foot h2 a")), "")
    page.goto(blog)
    addresses = {
        "home": address,
        "blog": blog,
        "blog-filtered": next(iter(links(".filters a[href*='?']")), ""),
        "blog-older": next(iter(links(".pages a[rel=next]")), ""),
        "post": next(iter(links(".card-title a")), ""),
        "about": others[-1] if others else "",
        "desk": desk,
        "press": urljoin(desk, "..") if desk else "",
        "coverage": urljoin(desk, "../in-the-news/") if desk else "",
        "convenings": next((url for url in others if url.endswith("/convenings/")), ""),
        "search": urljoin(address, "/search/?q=housing"),
        "topic": urljoin(address, "/topics/housing/"),
        "not-found": urljoin(address, "/no-such-page/"),
        "styleguide": urljoin(address, "/styleguide/"),
    }
    if desk:
        addresses["releases"] = urljoin(desk, "../releases/")
        page.goto(addresses["releases"])
        addresses["release"] = next(iter(links(".card-title a")), "")
    if addresses["convenings"]:
        page.goto(addresses["convenings"])
        addresses["convening"] = next(iter(links(".card-title a")), "")
    for name in ("search", "topic", "styleguide"):  # only the developer's server has the last
        if page.goto(addresses[name]).status != 200:
            del addresses[name]
    page.close()
    return {name: url for name, url in addresses.items() if url}


def take(browser, url, shot):
    """A picture of one whole page, as PNG bytes; `shot` is one of `SHOTS`."""
    size, _dash, scheme = shot.partition("-")
    width, height = SIZES[size]
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme=scheme or "light", reduced_motion="reduce"
    )
    if size == "print":
        page.emulate_media(media="print")
    page.goto(url)
    page.evaluate(LOAD_PHOTOS)
    png = page.screenshot(full_page=True)
    page.close()
    return png


def keep(png, name, shot):
    """Write a small copy of a picture's upper part into docs/screenshots/."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    if shot == "print":
        image = ImageOps.expand(image, PAPER_MARGIN, "white")
    image = image.crop((0, 0, image.width, min(image.height, round(image.width * KEPT_RATIO[shot.split("-")[0]]))))
    image.thumbnail((KEPT_WIDTH, image.height), Image.Resampling.LANCZOS)
    for quality in range(90, 30, -5):
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        if out.tell() <= KEPT_BYTES:
            break
    (KEPT / f"{name}.jpg").write_bytes(out.getvalue())


def main():
    """Take all pictures; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address", nargs="?", default=f"http://localhost:{port.chosen()}")
    parser.add_argument("--keep", action="store_true", help="also write a dozen small ones to docs/screenshots/")
    arguments = parser.parse_args()
    address = arguments.address.rstrip("/") + "/"
    try:
        urlopen(address, timeout=10).close()  # noqa: S310  (the developer's own address)
    except URLError as error:
        print(f"Nothing answers at {address} ({error.reason}). Start the site first: make run", file=sys.stderr)
        return 1

    ALL.mkdir(parents=True, exist_ok=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for page_name, url in page_addresses(browser, address).items():
            for shot in SHOTS:
                name = f"{page_name}-{shot}"
                png = take(browser, url, shot)
                (ALL / f"{name}.png").write_bytes(png)
                if arguments.keep and name in TO_KEEP:
                    keep(png, name, shot)
                print(name)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
