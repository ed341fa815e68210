"""What Wagtail's checks are told of the rules for alt texts; their work is in tests/browser/test_photos.py."""

import re

import pytest
from wagtail.admin.userbar import AccessibilityItem, AdminItem

from images.alt_text import ALT_TEXT_RULES, NEEDS, check_photos

OURS = {rule.name for rule in [*ALT_TEXT_RULES, *NEEDS]}


@pytest.fixture
def configuration(rf):
    items = [AdminItem(), AccessibilityItem()]
    check_photos(rf.get("/"), items, None)
    return items[1].get_axe_configuration(rf.get("/"))


class TestTheChecksOfAPage:
    def test_ours_stand_beside_those_of_wagtail(self, configuration):
        running = configuration["options"]["runOnly"]
        assert {*AccessibilityItem.axe_run_only, *OURS} == set(running)
        assert len(running) == len(set(running))

    def test_each_rule_has_one_definition_a_check_and_a_sentence(self, configuration):
        names = [rule["id"] for rule in configuration["spec"]["rules"]]
        assert len(names) == len(set(names))
        checks = {check["id"] for check in configuration["spec"]["checks"]}
        for rule in configuration["spec"]["rules"]:
            assert set(rule["any"]) <= checks
            assert configuration["messages"][rule["id"]]["help_text"]

    def test_what_else_the_bar_shows_stays(self, rf):
        items = [AdminItem()]
        check_photos(rf.get("/"), items, None)
        assert [type(item) for item in items] == [AdminItem]


@pytest.mark.parametrize("rule", [rule for rule in ALT_TEXT_RULES if rule.pattern], ids=lambda rule: rule.name)
def test_no_pattern_finds_an_empty_text_or_a_plain_sentence(rule):
    pattern = re.compile(rule.pattern, re.IGNORECASE)
    assert not pattern.search("Six people at a long table")
