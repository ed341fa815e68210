"""The search field and the search page: by keyboard, by ear, without script."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults

pytestmark = [pytest.mark.browser, pytest.mark.indexes]

PHONE = {"width": 390, "height": 844}


def type_into(page, words, field="What are you looking for?"):
    """Type into a search field; the field and its options."""
    combobox = page.get_by_role("combobox", name=field)
    combobox.press_sequentially(words)
    return combobox, page.get_by_role("option")


def test_suggestions_come_while_typing_and_are_announced(page):
    page.goto("/search/")
    combobox, options = type_into(page, "housin")
    expect(options).to_have_text(["Housing Topic"])
    expect(combobox).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_have_text("1 suggestion")
    combobox.press_sequentially("zzz")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("status")).to_have_text("No suggestions")


def test_arrows_choose_and_enter_goes_there(page):
    page.goto("/search/")
    combobox, options = type_into(page, "every")
    expect(options).to_have_count(3)
    expect(page.get_by_role("status")).to_have_text("3 suggestions")
    combobox.press("ArrowUp")
    expect(options.nth(2)).to_have_attribute("aria-selected", "true")
    combobox.press("ArrowDown")
    assert combobox.get_attribute("aria-activedescendant") is None
    combobox.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(combobox).to_have_attribute("aria-activedescendant", options.nth(0).get_attribute("id"))
    expect(combobox).to_be_focused()
    title = options.nth(0).locator("span").inner_text()
    combobox.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


def test_escape_closes_and_enter_without_a_choice_searches(page):
    page.goto("/search/")
    combobox, options = type_into(page, "every block")
    expect(options).to_have_count(1)
    combobox.press("Escape")
    expect(options).to_have_count(0)
    expect(combobox).to_have_value("every block")
    combobox.press("Enter")
    expect(page).to_have_url("/search/?q=every+block")
    expect(page.locator(".hits h3").first).to_have_text("Every block & then some")


def test_a_pointer_chooses_too_and_leaving_closes(page):
    page.goto("/blog/words-only/")
    combobox, options = type_into(page, "housing", "Search this site")
    expect(options).to_have_count(1)
    page.keyboard.press("Tab")
    expect(options).to_have_count(0)
    combobox.press("ArrowDown")
    options.first.click()
    expect(page.locator("h1")).to_have_text("Housing")


def test_without_script_it_is_a_form(open_page):
    page = open_page(java_script_enabled=False)
    page.goto("/about/")
    field = page.get_by_role("searchbox", name="Search this site")
    field.fill("words only")
    field.press("Enter")
    expect(page).to_have_url("/search/?q=words+only")
    expect(page.locator(".hits h3").first).to_contain_text("Words")


def test_on_a_phone_the_header_leads_to_the_search_page(open_page):
    page = open_page(viewport=PHONE)
    page.goto("/about/")
    page.get_by_role("banner").get_by_role("link", name="Search").click()
    expect(page.get_by_role("combobox")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_suggestions_and_nothing_scrolls_sideways(open_page, scheme):
    """What is found for a query is among the pages of test_accessibility.py."""
    page = open_page(color_scheme=scheme)
    page.goto("/search/")
    combobox, options = type_into(page, "every")
    expect(options).to_have_count(3)
    combobox.press("ArrowDown")
    wrong = [*faults(page, "suggestions")]
    expect(options).to_have_count(3)
    assert not wrong, "\n".join(wrong)
