"""The roles of the staff: groups, what they may do, and the review workflows.

Migrations of each room call `grant` for its own models; the groups themselves are made by core's.
"""

from django.contrib.auth.management import create_permissions

WRITERS = "Writers"
EDITORS = "Editors"
PRESS_TEAM = "Press team"


def _permission(apps, app_label, codename):
    permission_model = apps.get_model("auth", "Permission")
    found = permission_model.objects.filter(content_type__app_label=app_label, codename=codename).first()
    if found is None:
        # Django makes permissions after all migrations; here they are needed during one.
        config = apps.get_app_config(app_label)
        config.models_module = getattr(config, "models_module", None) or True
        create_permissions(config, apps=apps, verbosity=0)
        found = permission_model.objects.get(content_type__app_label=app_label, codename=codename)
    return found


def grant(apps, group_name, app_label, model_name, *actions):
    """Let a group do something with a model.

    Args:
        apps: the registry that a migration hands to its functions.
        group_name: one of the roles of this module.
        app_label, model_name: the model, in lower case.
        actions: such as "add", "change", "delete", "view".
    """
    group = apps.get_model("auth", "Group").objects.get(name=group_name)
    group.permissions.add(*(_permission(apps, app_label, f"{action}_{model_name}") for action in actions))
