"""Jobs and tasks that fail, in the admin and by email."""

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core.failures import lines_for
from core.reasons import reason
from core.tasks import report_failure
from worker import failures

pytestmark = pytest.mark.django_db

HOME = "wagtailadmin_home"


@pytest.fixture
def admin(db):
    return User.objects.create_superuser("admin", "admin@example.org", "password")


@pytest.fixture
def editor(db):
    user = User.objects.create_user("editor", "editor@example.org", "password")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def failing(django_capture_on_commit_callbacks):
    """A function that has a piece of work fail."""

    def fail(kind, name):
        with django_capture_on_commit_callbacks(execute=True):
            failures.record(kind, name, RuntimeError("no <ink>"))

    return fail


def test_superusers_see_them_and_nobody_else(client, home_page, admin, editor, failing):
    failing(failures.JOB, "erase_personal_data")
    failing(failures.TASK, "images.tasks.prepare_photo")
    client.force_login(admin)
    html = client.get(reverse(HOME)).content.decode()
    assert "erase_personal_data" in html
    assert "images.tasks.prepare_photo" in html
    assert "no &lt;ink&gt;" in html
    assert lines_for(editor) == []
    client.force_login(editor)
    assert "erase_personal_data" not in client.get(reverse(HOME)).content.decode()


def test_a_home_without_failures_says_nothing_of_them(client, home_page, admin):
    client.force_login(admin)
    assert "Needs your attention" not in client.get(reverse(HOME)).content.decode()


@pytest.mark.parametrize("kind", [failures.JOB, failures.TASK])
def test_superusers_are_told_once_by_email(kind, admin, editor, failing, mailoutbox):
    for _time in range(3):
        failing(kind, "print")
    [letter] = mailoutbox
    assert letter.to == ["admin@example.org"]
    assert letter.subject.startswith("Needs your attention: ")
    assert letter.subject.endswith("“print”")
    assert "no <ink>" in letter.body
    assert f"http://localhost{reverse(HOME)}" in letter.body


def test_an_email_that_fails_brings_no_other(admin, failing, mailoutbox):
    failing(failures.TASK, report_failure.module_path)
    assert mailoutbox == []
    assert len(lines_for(admin)) == 1


def test_what_works_again_by_then_is_not_told(admin, failing, mailoutbox, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    failing(failures.JOB, "print")
    failures.resolve(failures.JOB, "print")
    report_failure.func(failures.Failure.objects.get().pk)
    assert mailoutbox == []


class TestTryingAgain:
    PATH = "images.tasks.prepare_photo"

    @pytest.fixture
    def given_up(self, settings, failing):
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        report_failure.enqueue(0)
        DBTaskResult.objects.update(status=TaskResultStatus.FAILED, task_path=self.PATH, worker_ids=["a", "b", "c"])
        failing(failures.TASK, self.PATH)

    def test_by_a_superuser(self, client, home_page, admin, given_up):
        client.force_login(admin)
        assert self.PATH in client.get(reverse(HOME)).content.decode()
        response = client.post(reverse("try_tasks_again"), {"task": self.PATH}, follow=True)
        assert "1 task is tried again." in response.content.decode()
        assert self.PATH not in response.content.decode()
        assert DBTaskResult.objects.get(task_path=self.PATH).status == TaskResultStatus.READY

    def test_by_nobody_else(self, client, home_page, editor, given_up):
        client.force_login(editor)
        client.post(reverse("try_tasks_again"), {"task": self.PATH})
        assert DBTaskResult.objects.get(task_path=self.PATH).status == TaskResultStatus.FAILED

    def test_of_what_is_not_there_does_nothing(self, client, home_page, admin):
        client.force_login(admin)
        assert client.post(reverse("try_tasks_again"), {"task": "x\x00"}).status_code == 302


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("ValidationError: The slug is taken.", "The slug is taken."),
        ("django.db.utils.IntegrityError: FOREIGN KEY constraint failed", "has been deleted"),
        ("django.db.utils.IntegrityError: UNIQUE constraint failed", "The program failed (IntegrityError)"),
        ("news.models.Author.DoesNotExist: Author matching query does not exist.", "has been deleted"),
        ("KeyError: 'secret'", "The program failed (KeyError)"),
    ],
)
def test_reasons_are_plain_words(error, words):
    assert words in reason(error)
    assert "secret" not in reason(error)
