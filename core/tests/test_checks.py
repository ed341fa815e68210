"""The rules of the house notice when they are broken."""

from core import checks
from core.blocks.body import BodyBlock


def test_all_is_well():
    assert checks.pages_stand_on_base_page(None) == []
    assert checks.blocks_explain_themselves(None) == []


def test_a_page_type_of_its_own_making_is_noticed(monkeypatch):
    class Stray:
        class _meta:  # noqa: N801  (Django's name)
            app_label = "news"

    monkeypatch.setattr(checks, "get_page_models", lambda: [Stray])
    assert [error.id for error in checks.pages_stand_on_base_page(None)] == ["core.E001"]


def test_a_block_without_description_is_noticed(monkeypatch):
    monkeypatch.setattr(BodyBlock.base_blocks["quote"].meta, "description", "")
    assert [error.id for error in checks.blocks_explain_themselves(None)] == ["core.E002"]
