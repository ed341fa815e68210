import os
import signal
import socket
import stat
import sys

import pytest

from scripts import install, prepare, run_site, run_tests

SLEEPS = [sys.executable, "-c", "import time; time.sleep(60)"]
FAILS = [sys.executable, "-c", "raise SystemExit(3)"]


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
        monkeypatch.setattr(run_site, "answers", lambda: False)

    @pytest.mark.parametrize(("server", "worker"), [(SLEEPS, FAILS), (FAILS, SLEEPS)])
    def test_when_one_process_ends_so_does_the_other(self, processes, server, worker, capsys):
        processes |= {"server": run_site.start(server), "worker": run_site.start(worker)}
        assert run_site.supervise(processes, [], "") == 1
        run_site.stop(processes.values())
        assert all(process.poll() is not None for process in processes.values())
        assert "ended with code 3" in capsys.readouterr().err

    def test_a_signal_stops_both_and_is_no_failure(self, processes):
        before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
        try:
            stop_asked = run_site.catch_signals()
            processes |= {"server": run_site.start(SLEEPS), "worker": run_site.start(SLEEPS)}
            signal.raise_signal(signal.SIGTERM)
            assert run_site.supervise(processes, stop_asked, "") == 0
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
        run_site.stop(processes.values())
        assert [process.returncode for process in processes.values()] == [-signal.SIGTERM] * 2

    def test_a_server_that_never_answers_is_given_up(self, processes, monkeypatch, capsys):
        monkeypatch.setattr(run_site, "START_SECONDS", 0)
        processes["server"] = run_site.start(SLEEPS)
        assert run_site.supervise(processes, [], "") == 1
        assert "does not answer" in capsys.readouterr().err

    def test_a_taken_port_is_told_in_a_sentence(self, monkeypatch):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            monkeypatch.setattr(run_site, "PORT", str(other.getsockname()[1]))
            with pytest.raises(SystemExit, match="is taken"):
                run_site.require_free_port()

    def test_the_secret_key_is_made_once_and_kept_private(self, monkeypatch, tmp_path):
        monkeypatch.setattr(run_site, "VAR", tmp_path)
        monkeypatch.setattr(os, "environ", {})
        run_site.set_environment()
        key = tmp_path / "secret-key"
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        first = key.read_text()
        run_site.set_environment()
        assert key.read_text() == first == os.environ["SECRET_KEY"]


class TestPrepare:
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
