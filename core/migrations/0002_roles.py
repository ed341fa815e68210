"""The groups of the staff and the two review workflows."""

from django.db import migrations

from core.roles import EDITORS, PRESS_TEAM, WRITERS, grant

# What each role may do with all pages. A writer edits everything and publishes nothing.
PAGE_ACTIONS = {
    WRITERS: ("add", "change"),
    EDITORS: ("add", "change", "publish", "bulk_delete", "lock", "unlock"),
    PRESS_TEAM: ("add", "change"),
}
FILE_ACTIONS = ("add", "change", "choose")


def create_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    # Wagtail’s own migrations bring "Editors" and "Moderators"; ours are described in core.roles.
    Group.objects.filter(name="Moderators").delete()
    for name in PAGE_ACTIONS:
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.clear()
        _allow_admin(apps, group)
        _allow_pages(apps, group, PAGE_ACTIONS[name])
        _allow_files(apps, group)
    for model in ("topic", "place"):
        grant(apps, EDITORS, "core", model, "add", "change", "delete", "view")
        grant(apps, WRITERS, "core", model, "view")
        grant(apps, PRESS_TEAM, "core", model, "view")
    for name in PAGE_ACTIONS:
        grant(apps, name, "images", "imagecaption", "change", "view")
    grant(apps, EDITORS, "core", "sitesettings", "change")
    grant(apps, EDITORS, "wagtailredirects", "redirect", "add", "change", "delete", "view")


def _allow_admin(apps, group):
    grant(apps, group.name, "wagtailadmin", "admin", "access")


def _allow_pages(apps, group, actions):
    Page = apps.get_model("wagtailcore", "Page")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    Permission = apps.get_model("auth", "Permission")
    root = Page.objects.get(depth=1)
    GroupPagePermission.objects.filter(group=group).delete()
    for action in actions:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)


def _allow_files(apps, group):
    Collection = apps.get_model("wagtailcore", "Collection")
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    Permission = apps.get_model("auth", "Permission")
    root = Collection.objects.get(depth=1)
    GroupCollectionPermission.objects.filter(group=group).delete()
    for app_label, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        for action in FILE_ACTIONS:
            grant(apps, group.name, app_label, model, action)
            permission = Permission.objects.get(content_type__app_label=app_label, codename=f"{action}_{model}")
            group.permissions.remove(permission)
            GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)


def create_workflows(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Page = apps.get_model("wagtailcore", "Page")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    WorkflowPage = apps.get_model("wagtailcore", "WorkflowPage")
    WorkflowTask = apps.get_model("wagtailcore", "WorkflowTask")
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    ContentType = apps.get_model("contenttypes", "ContentType")

    Workflow.objects.all().delete()
    apps.get_model("wagtailcore", "Task").objects.all().delete()
    task_type, _created = ContentType.objects.get_or_create(app_label="wagtailcore", model="groupapprovaltask")
    workflows = {}
    for name, reviewers in (("Post review", EDITORS), ("Release review", PRESS_TEAM)):
        task = GroupApprovalTask.objects.create(name=f"Approval by {reviewers}", content_type=task_type)
        task.groups.add(Group.objects.get(name=reviewers))
        workflows[name] = Workflow.objects.create(name=name)
        WorkflowTask.objects.create(workflow=workflows[name], task=task, sort_order=0)
    # Posts and all other pages; releases get theirs where they are kept.
    WorkflowPage.objects.create(workflow=workflows["Post review"], page=Page.objects.get(depth=1))


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
        ("images", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]
    operations = [
        migrations.RunPython(create_roles, migrations.RunPython.noop, elidable=False),
        migrations.RunPython(create_workflows, migrations.RunPython.noop, elidable=False),
    ]
