"""The rules of the house, as Django system checks."""

from django.apps import apps
from django.core.checks import Error, Tags, register
from django.db import OperationalError, ProgrammingError
from wagtail.models import Page, get_page_models


@register()
def pages_stand_on_base_page(app_configs, **kwargs):
    """Every page type of ours is a `BasePage`, so that none misses the publication rules."""
    from .models import BasePage

    ours = {config.label for config in apps.get_app_configs() if not config.name.startswith(("django", "wagtail"))}
    return [
        Error(
            f"{model.__name__} is not made from core.models.BasePage.",
            hint="Derive it from BasePage: it brings teaser, photo, date, topics and the publication rules.",
            obj=model,
            id="core.E001",
        )
        for model in get_page_models()
        if model is not Page and model._meta.app_label in ours and not issubclass(model, BasePage)
    ]


@register()
def blocks_explain_themselves(app_configs, **kwargs):
    """Every block of the body has an icon and a description, so that editors can choose it."""
    from .blocks.body import BodyBlock

    return [
        Error(
            f"The block “{name}” has no {attribute}.",
            hint=f"Set `{attribute}` in its Meta class.",
            id="core.E002",
        )
        for name, block in BodyBlock().child_blocks.items()
        for attribute in ("icon", "description")
        if not getattr(block.meta, attribute, None) or (attribute == "icon" and block.meta.icon == "placeholder")
    ]


@register(Tags.security, deploy=True)
def check_demo_accounts(app_configs, **kwargs):
    """Report every account of a public site that opens with the demo's password, which everybody can read."""
    from .demo_accounts import open_accounts

    try:
        names = list(open_accounts())
    except (OperationalError, ProgrammingError):  # no database, or one without tables: nobody can sign in
        return []
    return [
        Error(
            f"The account “{name}” has the public password of the demo.",
            hint=f"Change it (`manage.py changepassword {name}`) or delete the account.",
            id="core.E003",
        )
        for name in names
    ]
