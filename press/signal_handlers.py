"""What happens when a page of the press room is made, and which of them count on a desk."""

from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_save
from django.urls import reverse
from wagtail.models import GroupPagePermission, Workflow, WorkflowPage

from core.roles import PRESS_TEAM
from media_inquiries.desk import dependents

from .models import PressIndex, PressRelease, PressReleaseIndex

REVIEW = "Release review"


def connect():
    """Connect the handlers of this module, and name the desks that press pages show."""
    post_save.connect(let_press_team_publish, sender=PressIndex, dispatch_uid="press.let_press_team_publish")
    post_save.connect(have_releases_reviewed, sender=PressReleaseIndex, dispatch_uid="press.have_releases_reviewed")
    dependents.register(pages_with_desk)
    dependents.register(releases_with_desk)


def let_press_team_publish(instance, created, raw=False, **kwargs):
    """Let the press team publish a new press page and all below it. Once: who takes it back, has it so."""
    group = Group.objects.filter(name=PRESS_TEAM).first() if created and not raw else None
    if group:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
        GroupPagePermission.objects.get_or_create(group=group, page=instance.page_ptr, permission=permission)


def have_releases_reviewed(instance, created, raw=False, **kwargs):
    """Have what is below a new list of releases reviewed by the press team. Once, as above."""
    workflow = Workflow.objects.active().filter(name=REVIEW).first() if created and not raw else None
    if workflow:
        WorkflowPage.objects.get_or_create(page=instance.page_ptr, defaults={"workflow": workflow})


def pages_with_desk(desk_ids):
    """The live press pages with a section that names one of these desks."""
    for page in PressIndex.objects.live():
        for desk_id in page.desks_named() & desk_ids:
            edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
            yield dependents.Dependent(desk_id, page.get_admin_display_title(), edit_url, page.pk)


def releases_with_desk(desk_ids):
    """The live releases that name one of these desks."""
    for release in PressRelease.objects.live().filter(contact__in=desk_ids).defer_streamfields():
        edit_url = reverse("wagtailadmin_pages:edit", args=[release.pk])
        yield dependents.Dependent(release.contact_id, release.get_admin_display_title(), edit_url, release.pk)
