"""The token is renewed after the commit, once, and only then."""

import pytest
from django.db import transaction

from page_cache import changed, token


@pytest.fixture
def writes(monkeypatch):
    """The tokens written while the test runs."""
    written = []
    write = token._write

    def remember():
        written.append(write())
        return written[-1]

    monkeypatch.setattr(token, "_write", remember)
    return written


def test_the_token_stays_until_something_changes():
    before = token.current()
    assert token.current() == before
    changed()
    assert token.current() != before


def test_a_change_needs_no_database():
    changed()  # pytest-django would refuse a connection


@pytest.mark.django_db(transaction=True)
class TestInTransactions:
    def test_the_change_comes_with_the_commit(self):
        before = token.current()
        with transaction.atomic():
            changed()
            assert token.current() == before
        assert token.current() != before

    def test_many_changes_are_one(self, writes):
        with transaction.atomic():
            changed()
            with transaction.atomic():
                changed()
            changed()
        assert len(writes) == 1

    def test_what_is_rolled_back_has_not_changed(self, writes):
        with transaction.atomic():
            changed()
            transaction.set_rollback(True)
        assert writes == []

    def test_a_change_after_a_rolled_back_part_counts(self, writes):
        with transaction.atomic():
            with transaction.atomic():
                changed()
                transaction.set_rollback(True)
            changed()
        assert len(writes) == 1

    def test_the_next_transaction_changes_again(self, writes):
        for _number in range(2):
            with transaction.atomic():
                changed()
        assert len(set(writes)) == 2
