import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOOD = {
    "SECRET_KEY": "vT4-qLw9zKx2_mNb7RfYc1HsUe6DgJp3AoIiE0Bk5ZtXyWnCuV8dM",
    "ALLOWED_HOSTS": "www.example.org",
    "BASE_URL": "https://www.example.org",
    "ENV_FILE": os.devnull,
}


def start(shown="s.SECURE_SSL_REDIRECT, s.DEBUG", /, **changes):
    """Load the production settings in a process of their own and print some; a value of None unsets the variable."""
    environment = {"PATH": os.environ["PATH"], "DATABASE_URL": "sqlite://:memory:"} | GOOD | changes
    return subprocess.run(
        [sys.executable, "-c", f"import lp_cms.settings.production as s; print({shown})"],
        cwd=ROOT,
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_a_good_environment():
    assert start().stdout.split() == ["True", "False"]


def test_env_file_is_read_and_the_environment_comes_first(tmp_path):
    file = tmp_path / "production.env"
    file.write_text("BASE_URL=http://www.example.org\nALLOWED_HOSTS=www.example.org\nDEBUG=1\n")
    assert "BASE_URL must begin with https" in start(ENV_FILE=str(file), BASE_URL=None).stderr
    assert "DEBUG must not be set" in start(ENV_FILE=str(file)).stderr
    assert "ALLOWED_HOSTS" not in start(ENV_FILE=str(file), ALLOWED_HOSTS=None).stderr


def test_env_example_names_variables_that_the_documentation_explains():
    lines = (ROOT / ".env.example").read_text().splitlines()
    names = [line.lstrip("#").partition("=")[0] for line in lines if "=" in line]
    documented = (ROOT / "docs" / "deploy.md").read_text()
    assert names
    assert [name for name in names if f"`{name}`" not in documented] == []


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_plain_http_is_accepted_on_this_machine_only(host):
    assert start(BASE_URL=f"http://{host}", ALLOWED_HOSTS="localhost,127.0.0.1,[::1]").stdout.split() == [
        "False",
        "False",
    ]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY must be a random text of at least 50 characters"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must be a random text of at least 50 characters"),
        ({"SECRET_KEY": "ab" * 40}, "SECRET_KEY must be a random text"),
        ({"SECRET_KEY": "django-insecure-" + GOOD["SECRET_KEY"]}, "SECRET_KEY must be a random text"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS must name each host"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must name each host"),
        ({"ALLOWED_HOSTS": "www.example.org,.example.org"}, "ALLOWED_HOSTS must name each host"),
        ({"BASE_URL": None}, "BASE_URL must begin with https://"),
        ({"BASE_URL": "http://localhost:8000"}, "BASE_URL must begin with https://"),
        ({"BASE_URL": "http://www.example.org"}, "BASE_URL must begin with https://"),
        ({"BASE_URL": "www.example.org"}, "BASE_URL must begin with https://"),
        ({"DEBUG": "1"}, "DEBUG must not be set"),
        ({"DEMO": "1"}, "DEMO must not be set"),
    ],
)
def test_production_refuses_an_unsafe_setting_and_names_it(changes, complaint):
    process = start(**changes)
    assert process.returncode != 0
    assert complaint in process.stderr


def test_every_unsafe_setting_is_named_at_once():
    complaints = start(SECRET_KEY=None, ALLOWED_HOSTS=None, DEBUG="true").stderr
    assert all(name in complaints for name in ("SECRET_KEY", "ALLOWED_HOSTS", "DEBUG"))


@pytest.mark.parametrize(("changes", "has_demo"), [({}, False), ({"DEMO": "1"}, True)])
def test_the_demo_is_an_app_of_make_run_only(changes, has_demo):
    process = start(
        "'demo' in s.INSTALLED_APPS", BASE_URL="http://localhost:8000", ALLOWED_HOSTS="localhost,127.0.0.1", **changes
    )
    assert process.stdout.split() == [str(has_demo)]
