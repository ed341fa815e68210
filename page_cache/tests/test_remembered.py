"""What pages have in common is made once, until the site changes."""

import pytest
from django.db import transaction

from page_cache import changed, one_look, remember, remember_each, remembered, token


@pytest.fixture
def made():
    """How often a value was made; call it to remember one."""
    calls = []

    def make():
        calls.append(1)
        return len(calls)

    def ask(key="menu"):
        return remember(key, make)

    return ask


def test_a_value_is_made_once_for_each_key(made):
    assert [made(), made(), made("footer"), made("footer")] == [1, 1, 2, 2]


def test_it_is_made_anew_after_a_change(made):
    made()
    changed()
    assert [made(), made()] == [2, 2]


def test_a_change_while_it_is_made_counts(made):
    def make():
        changed()  # as by another process
        return "of before"

    remember("menu", make)
    assert made() == 1


@pytest.mark.django_db(transaction=True)
def test_nothing_is_remembered_of_a_transaction_or_within_one(made):
    made()
    with transaction.atomic():
        assert [made(), made()] == [2, 3]
    assert made() == 1


def test_nothing_is_remembered_while_a_developer_changes_templates(made, settings):
    settings.DEBUG = True
    assert [made(), made()] == [1, 2]


def test_nothing_is_remembered_without_a_token(made, monkeypatch):
    monkeypatch.setattr(token, "current", lambda: None)
    assert [made(), made()] == [1, 2]


def test_nothing_is_not_remembered():
    assert remember("menu", lambda: None) is None
    assert remember("menu", lambda: "menu") == "menu"


def test_of_many_values_only_those_are_fetched_that_lack():
    asked = []

    def fetch(keys):
        asked.append(keys)
        return {key: f"card {key}" for key in keys if key != 3}

    assert remember_each("card", [1, 2], fetch) == {1: "card 1", 2: "card 2"}
    assert remember_each("card", [1, 2, 3, 4], fetch) == {1: "card 1", 2: "card 2", 4: "card 4"}
    assert remember_each("card", [4, 3], fetch) == {4: "card 4"}
    assert asked == [[1, 2], [3, 4], [3]]


def test_memory_is_bounded(made, monkeypatch):
    monkeypatch.setattr(remembered, "MOST_VALUES", 10)
    for number in range(100):
        made(number)
        assert len(remembered._known[1]) <= 11


def test_the_token_is_looked_at_each_time_or_once(made, monkeypatch):
    looked = []
    monkeypatch.setattr(token, "current", lambda: looked.append(1) or "token")
    made()
    made()
    assert len(looked) == 2
    with one_look():
        made()
        made()
    assert len(looked) == 3
    made()
    assert len(looked) == 4


def test_the_next_request_sees_a_change(made):
    for expected in (1, 2):
        with one_look():
            assert made() == expected
            changed()
