"""What people can do about failures."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from worker.failures import TASK, failing
from worker.tasks import try_again


@require_POST
def try_tasks_again(request: HttpRequest) -> HttpResponse:
    """Have the tasks of a kind tried again that were given up; for superusers."""
    if not request.user.is_superuser:
        raise PermissionDenied
    path = request.POST.get("task")
    number = try_again(path) if path in failing(TASK) else 0
    words = ngettext("%(number)d task is tried again.", "%(number)d tasks are tried again.", number)
    messages.success(request, words % {"number": number})
    return redirect("wagtailadmin_home")
