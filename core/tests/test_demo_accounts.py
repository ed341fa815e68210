"""A public site finds accounts that open with the demo's password."""

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.management.commands import check as check_command
from django.db import OperationalError

from core import checks, demo_accounts
from core.demo_accounts import PASSWORD
from core.management.commands import load_demo


@pytest.fixture
def make_user(db):
    return get_user_model().objects.create_user


@pytest.mark.parametrize("name", ["admin", "somebody"])
def test_an_account_with_the_demo_password_fails_the_deployment_check(make_user, name):
    make_user(name, password=PASSWORD)
    make_user("safe", password="words of my own")
    errors = checks.check_demo_accounts(None)
    assert [error.id for error in errors] == ["core.E003"]
    assert f"“{name}”" in errors[0].msg


def test_the_check_belongs_to_deployment(make_user, capsys):
    make_user("editor", password=PASSWORD)
    call_command(check_command.Command())
    with pytest.raises(CommandError, match=r"core\.E003"):
        call_command(check_command.Command(), deploy=True, tags=["security"])


def test_changed_and_closed_accounts_pass(make_user):
    make_user("admin", password=PASSWORD).set_password("other")
    user = get_user_model().objects.get(username="admin")
    user.set_password("words of my own")
    user.save()
    make_user("editor", password=PASSWORD, is_active=False)
    make_user("press")  # cannot sign in
    assert checks.check_demo_accounts(None) == []


def test_a_site_without_tables_passes(monkeypatch):
    def fail():
        raise OperationalError("no such table")

    monkeypatch.setattr(demo_accounts, "open_accounts", fail)
    assert checks.check_demo_accounts(None) == []


def test_without_the_demo_its_command_refuses_in_a_sentence():
    with pytest.raises(CommandError, match="a production site stays as it is"):
        call_command(load_demo.Command())
