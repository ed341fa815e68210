import os
import signal
import socket
import stat
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import Site

from scripts import initial_migrations, install, port, prepare, run_site, run_tests
from scripts.postgres import free_port

URL = "http://localhost:8000"
SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
FAILS = [sys.executable, "-c", "raise SystemExit(3)"]


def is_running(pid):
    """Whether a process runs that is not ours to wait for."""
    status = Path(f"/proc/{pid}/status")
    try:
        return "zombie" not in status.read_text()
    except FileNotFoundError:
        return False


@pytest.fixture
def processes():
    started = {}
    yield started
    for process in started.values():
        process.kill()
        process.wait()


class TestRun:
    @pytest.fixture(autouse=True)
    def _no_server(self, monkeypatch):
        monkeypatch.setattr(run_site, "answers", lambda url: False)

    @pytest.mark.parametrize(("server", "worker"), [(SLEEPS, FAILS), (FAILS, SLEEPS)])
    def test_when_one_process_ends_so_does_the_other(self, processes, server, worker, capsys):
        processes |= {"server": run_site.start(server), "worker": run_site.start(worker)}
        assert run_site.supervise(processes, [], URL, "") == 1
        run_site.stop(processes.values())
        assert all(process.poll() is not None for process in processes.values())
        assert "ended with code 3" in capsys.readouterr().err

    def test_a_signal_stops_both_and_is_no_failure(self, processes):
        before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
        try:
            stop_asked = run_site.catch_signals()
            processes |= {"server": run_site.start(SLEEPS), "worker": run_site.start(SLEEPS)}
            signal.raise_signal(signal.SIGTERM)
            assert run_site.supervise(processes, stop_asked, URL, "") == 0
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        run_site.stop(processes.values())
        assert [process.returncode for process in processes.values()] == [-signal.SIGTERM] * 2

    def test_a_slow_server_is_waited_for_and_greeted_for_once(self, processes, monkeypatch, capsys):
        answers, stop_asked = iter([False, False, True]), []
        monkeypatch.setattr(run_site, "answers", lambda url: next(answers))
        ticks = iter(range(5))
        monkeypatch.setattr(run_site.time, "sleep", lambda seconds: next(ticks) < 4 or stop_asked.append(signal.SIGINT))
        processes["server"] = run_site.start(SLEEPS)
        assert run_site.supervise(processes, stop_asked, URL, "") == 0
        assert capsys.readouterr().out.count(f"The site runs on     {URL}/") == 1

    def test_what_does_not_stop_is_ended_with_all_that_it_started(self, processes, monkeypatch, tmp_path):
        monkeypatch.setattr(run_site, "STOP_SECONDS", 0)
        child = tmp_path / "child"
        stubborn = (
            "import pathlib, signal, subprocess, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
            f"child = subprocess.Popen({SLEEPS!r}); "
            f"pathlib.Path({str(child)!r}).write_text(str(child.pid)); time.sleep(60)"
        )
        processes["server"] = run_site.start([sys.executable, "-c", stubborn])
        while not (child.exists() and child.read_text()):
            assert processes["server"].poll() is None
        run_site.stop(processes.values())
        assert processes["server"].wait(10) == -signal.SIGKILL
        give_up = time.monotonic() + 10
        while is_running(child.read_text()):
            assert time.monotonic() < give_up

    def test_the_secret_key_is_made_once_and_kept_private(self, monkeypatch, tmp_path):
        monkeypatch.setattr(run_site, "VAR", tmp_path)
        monkeypatch.setattr(os, "environ", {})
        run_site.set_environment(URL)
        key = tmp_path / "secret-key"
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        first = key.read_text()
        run_site.set_environment(URL)
        assert key.read_text() == first == os.environ["SECRET_KEY"]


class TestPort:
    @pytest.mark.parametrize("asked", ["abc", "99999", "0", "-1", "80 80", "٨٠٨٠", "1" * 5000])
    def test_what_is_no_port_is_refused_in_a_sentence(self, asked, monkeypatch):
        monkeypatch.setenv("PORT", asked)
        with pytest.raises(SystemExit, match="is no port; it is a number from 1 to 65535"):
            port.chosen()

    @pytest.mark.parametrize(("asked", "chosen"), [("", 8000), ("8080", 8080)])
    def test_one_is_chosen_by_the_environment(self, asked, chosen, monkeypatch):
        monkeypatch.setenv("PORT", asked)
        assert port.chosen() == chosen

    def test_a_taken_one_is_told_in_a_sentence(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            with pytest.raises(SystemExit, match="is taken"):
                port.require_free(other.getsockname()[1])
        port.require_free(free_port())

    def test_one_of_the_system_is_told_in_a_sentence(self, monkeypatch):
        def refuse(self, place):
            raise PermissionError

        monkeypatch.setattr(port.socket.socket, "bind", refuse)
        with pytest.raises(SystemExit, match="Port 80 is reserved"):
            port.require_free(80)


class TestPrepare:
    def test_a_second_start_in_the_same_folder_is_refused_and_named(self, monkeypatch, tmp_path):
        monkeypatch.setattr(prepare, "VAR", tmp_path)
        assert prepare.served_at() == ""
        with prepare.as_server(URL):
            assert prepare.served_at() == URL
            with pytest.raises(SystemExit, match=URL), prepare.as_server("http://localhost:9000"):
                pass
            assert prepare.served_at() == URL
        assert prepare.served_at() == ""

    @pytest.mark.parametrize(("is_served", "port_after"), [(False, 9000), (True, 8000)])
    def test_the_urls_of_a_running_site_stay(self, is_served, port_after, home_page, monkeypatch, tmp_path, settings):
        monkeypatch.setattr(prepare, "VAR", tmp_path)
        monkeypatch.setattr(prepare, "collect_static", lambda target: None)
        monkeypatch.setattr(prepare, "demo_login", lambda: "")
        monkeypatch.setattr(prepare, "require_known_database", lambda: None)
        monkeypatch.setattr("django.core.management.call_command", lambda *args, **kwargs: None)
        monkeypatch.setattr("django.db.connections.close_all", lambda: None)
        settings.BASE_URL = "http://localhost:9000"
        Site.objects.update(port=8000)
        with prepare.as_server(URL) if is_served else nullcontext():
            prepare.prepare()
        assert Site.objects.get().port == port_after

    def test_the_demo_cannot_be_reset_under_a_running_site(self, monkeypatch, tmp_path):
        monkeypatch.setattr(prepare, "VAR", tmp_path)
        alone = prepare.in_use(alone=True)
        with prepare.in_use(), prepare.in_use(), pytest.raises(SystemExit, match="stop it first"):
            alone.__enter__()
        with prepare.in_use(alone=True):
            pass

    @pytest.mark.parametrize("variable", ["DATABASE_URL", "MEDIA_ROOT"])
    def test_a_site_that_lives_elsewhere_is_never_reset(self, variable, monkeypatch, tmp_path):
        monkeypatch.setattr(prepare, "VAR", tmp_path)
        monkeypatch.setenv(variable, "somewhere else")
        with pytest.raises(SystemExit, match="var/ only"):
            prepare.reset()


def made_by_a_migration_that_is_gone():
    MigrationRecorder(connection).record_applied("core", "0004_press_contact_moves_to_the_desk")


def with_a_column_that_is_gone():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE worker_heartbeat ADD COLUMN mood integer")


def without_a_column_that_is_new():
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE worker_heartbeat DROP COLUMN beat_at")


def without_a_table_that_is_new():
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE worker_heartbeat")


@pytest.mark.django_db
class TestDatabaseOfAnotherVersion:
    @pytest.fixture(autouse=True)
    def _in_var(self, monkeypatch):
        monkeypatch.delenv("DATABASE_URL", raising=False)

    @pytest.fixture
    def touched(self, monkeypatch):
        """What `prepare` has begun to do with files and database."""
        done = []
        monkeypatch.setattr(prepare, "collect_static", done.append)
        monkeypatch.setattr("django.core.management.call_command", lambda *args, **kwargs: done.append(args))
        return done

    @pytest.mark.parametrize(
        "make_old",
        [
            made_by_a_migration_that_is_gone,
            with_a_column_that_is_gone,
            without_a_column_that_is_new,
            without_a_table_that_is_new,
        ],
    )
    def test_a_sentence_says_what_to_do_before_anything_is_touched(self, make_old, touched):
        make_old()
        with pytest.raises(SystemExit, match=r"another version.*`make demo-reset`.*move that folder away\.$"):
            prepare.prepare()
        assert not touched

    def test_one_that_lives_elsewhere_is_not_to_be_reset(self, monkeypatch, touched):
        monkeypatch.setenv("DATABASE_URL", "postgres://somewhere/else")
        MigrationRecorder(connection).record_applied("news", "0099_gone")
        with pytest.raises(SystemExit, match=r"another version.*an empty one"):
            prepare.prepare()
        assert not touched

    def test_a_database_of_this_version_is_used(self):
        prepare.require_known_database()

    def test_one_that_only_lacks_the_latest_migrations_is_brought_up_to_date(self):
        MigrationRecorder(connection).record_unapplied("worker", "0001_initial")
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE worker_heartbeat")
        prepare.require_known_database()

    def test_migrations_of_packages_may_go(self):
        MigrationRecorder(connection).record_applied("wagtailcore", "0000_squashed_since")
        prepare.require_known_database()

    def test_an_empty_database_is_used(self):
        MigrationRecorder(connection).flush()
        prepare.require_known_database()


class TestInitialMigrations:
    @pytest.fixture
    def folder(self, monkeypatch, tmp_path):
        """The migrations of the only app."""
        monkeypatch.setenv("TEST_DATABASE_URL", "")
        monkeypatch.setattr(initial_migrations, "ROOT", tmp_path)
        monkeypatch.setattr(initial_migrations, "APPS", ["news"])
        folder = tmp_path / "news" / "migrations"
        folder.mkdir(parents=True)
        for name in ("0001_initial.py", "0002_roles.py"):
            (folder / name).write_text("as it was")
        return folder

    def test_the_first_is_written_anew_without_the_others(self, folder, monkeypatch):
        def makemigrations(*args, **kwargs):
            assert not list(folder.glob("*.py"))
            (folder / "0001_initial.py").write_text("anew")

        monkeypatch.setattr("django.core.management.call_command", makemigrations)
        initial_migrations.main()
        assert {file.name: file.read_text() for file in folder.iterdir()} == {
            "0001_initial.py": "anew",
            "0002_roles.py": "as it was",
        }

    def test_all_stay_when_that_fails(self, folder, monkeypatch):
        def makemigrations(*args, **kwargs):
            raise RuntimeError("a model cannot be imported")

        monkeypatch.setattr("django.core.management.call_command", makemigrations)
        with pytest.raises(RuntimeError):
            initial_migrations.main()
        assert [file.read_text() for file in folder.iterdir()] == ["as it was"] * 2

    def test_no_app_is_forgotten(self):
        assert set(initial_migrations.APPS) == {folder.parent.name for folder in prepare.ROOT.glob("*/migrations")}


class TestInstall:
    @pytest.fixture
    def environment(self, monkeypatch, tmp_path):
        """An environment in which installing is noted instead of done."""
        installed = []
        for lock in ("requirements.txt", "requirements-dev.txt"):
            (tmp_path / lock).write_text("wagtail==8.0.1")
        python = tmp_path / "python"
        python.touch()
        monkeypatch.setattr(install, "ROOT", tmp_path)
        monkeypatch.setattr(install, "PYTHON", python)
        monkeypatch.setattr(install, "STAMP", tmp_path / "installed")
        monkeypatch.setattr(install, "install", installed.append)
        return installed

    def test_a_lock_is_installed_when_it_has_changed(self, environment, tmp_path):
        install.main("requirements.txt")
        install.main("requirements.txt")
        assert environment == ["requirements.txt"]
        (tmp_path / "requirements.txt").write_text("wagtail==8.0.2")
        install.main("requirements.txt")
        assert environment == ["requirements.txt"] * 2

    def test_a_developers_environment_stays_one(self, environment):
        install.main("requirements-dev.txt")
        install.main("requirements.txt")
        assert environment == ["requirements-dev.txt"]


class TestTest:
    @pytest.mark.parametrize(("strict", "code"), [(False, 0), (True, 1)])
    def test_what_is_skipped_fails_where_nothing_may_be(self, strict, code, monkeypatch, capsys):
        monkeypatch.setattr(run_tests, "STRICT", strict)
        step = run_tests.Step("browser tests", [])
        step.skip("no Chromium found")
        assert run_tests.summary([step], began=0) == code
        assert "SKIPPED: no Chromium found" in capsys.readouterr().out

    def test_a_failed_step_fails_the_whole(self):
        step = run_tests.Step("nothing", ["python", "-c", "raise SystemExit(1)"])
        step.run()
        assert run_tests.summary([step], began=0) == 1
