"""The probes that watch over the site."""

import pytest
from django.db import OperationalError

from core import views
from worker.heartbeat import beat

pytestmark = pytest.mark.django_db


def test_a_living_site_is_healthy(client):
    assert client.get("/healthz").status_code == 200


def test_it_is_ready_when_database_and_worker_are(client):
    assert client.get("/readyz").json() == {"database": True, "worker": False}
    beat()
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": True, "worker": True}


def test_without_database_it_lives_but_is_not_ready(client, monkeypatch):
    class Broken:
        def cursor(self):
            raise OperationalError

    monkeypatch.setattr(views, "connection", Broken())
    assert client.get("/healthz").status_code == 200
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": False, "worker": False}


def test_probes_are_never_stored(client):
    assert "no-cache" in client.get("/healthz").headers["Cache-Control"]


def test_the_admin_says_when_the_worker_has_stopped(admin_client):
    warning = "The background worker is not running."
    assert warning in admin_client.get("/admin/").content.decode()
    beat()
    assert warning not in admin_client.get("/admin/").content.decode()
