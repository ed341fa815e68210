"""What is wrong with an open page: what axe finds, and what is wider than the window."""

from axe_playwright_python.base import AXE_SCRIPT

WIDTHS = (1440, 390, 320)  # CSS pixels
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")

# Axe is asked for violations alone: to describe all that is right, and to send it here, takes twice as long as to look.
RUN = """async ([within, rules]) => {
    const options = { runOnly: rules, resultTypes: ["violations"] };
    return (await axe.run(within ?? document, options)).violations;
}"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults(page, name, *, widths=WIDTHS, rules=(*WCAG, "best-practice"), within=None):
    """Describe each fault at each width, in words that begin with `name`.

    Args:
        page: a page that is open in a browser; its window keeps the last of the widths.
        name: what the page is called in the report.
        widths: those of the window, in CSS pixels.
        rules: the tags of the rules by which axe judges.
        within: a selector, if axe shall look at this part alone.
    """
    page.wait_for_load_state()  # a click waits for the new page to begin, not for its stylesheets
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        for violation in page.evaluate(RUN, [within, rules]):
            for node in violation["nodes"]:
                yield f"{name}, {width} px: {violation['id']}: {node['html'][:200]}"
        beyond = page.evaluate(WIDER)
        if beyond > 0:
            yield f"{name}, {width} px: {beyond} px wider than the window"
