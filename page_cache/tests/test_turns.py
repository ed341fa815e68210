"""Many requests at once: a page that has just changed is rendered once, and nobody gets the old one."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.http import HttpResponse

from page_cache import changed, flights
from page_cache.tests.helpers import responding

CROWD = 200
DEADLINE = 30  # seconds


class Gate:
    """Holds the first render back until everybody else has come to wait for it."""

    def __init__(self, visited, monkeypatch, crowd):
        self.visited = visited
        self.everybody_waits = threading.Event()
        waiting = iter(range(1, crowd))
        wait = flights.Flight.wait

        def count(flight, seconds):
            if next(waiting, None) == crowd - 1:
                self.everybody_waits.set()
            return wait(flight, seconds)

        monkeypatch.setattr(flights.Flight, "wait", count)

    def view(self, request):
        body = self.visited.body
        assert self.everybody_waits.wait(DEADLINE)
        return HttpResponse(body)


def crowd_asks(visited, number=CROWD):
    with ThreadPoolExecutor(number) as crowd:
        return list(crowd.map(lambda _number: visited.ask(), range(number)))


def test_a_crowd_is_served_by_one_render_of_the_new_page(visited, monkeypatch):
    visited.body = b"old"
    visited.ask()
    visited.body = b"new"
    visited.view = Gate(visited, monkeypatch, CROWD).view
    changed()
    responses = crowd_asks(visited)
    assert {response.content for response in responses} == {b"new"}
    assert visited.renders == 2  # the old page, the new one
    assert flights._flights == {}


def test_who_waits_for_a_page_that_changes_meanwhile_gets_the_new_one(visited, monkeypatch):
    gate = Gate(visited, monkeypatch, CROWD)

    def view(request):
        if visited.renders > 1:
            return HttpResponse(visited.body)
        response = gate.view(request)
        visited.body = b"new"
        changed()
        return response

    visited.body = b"old"
    visited.view = view
    contents = [response.content for response in crowd_asks(visited)]
    assert contents.count(b"old") == 1  # the one that was being rendered when the change came
    assert visited.renders == 2
    assert visited.ask().content == b"new"


def test_nobody_waits_in_line_for_a_page_that_is_not_stored(visited, monkeypatch):
    gate = Gate(visited, monkeypatch, 10)
    together = threading.Barrier(9)

    def view(request):
        if visited.renders == 1:
            gate.view(request)
        else:
            together.wait(DEADLINE)  # breaks unless all others render at the same time
        return responding(headers={"Cache-Control": "private"})(request)

    visited.view = view
    assert {response.status_code for response in crowd_asks(visited, 10)} == {200}
    assert visited.renders == 10


def test_waiting_has_an_end(visited, settings):
    settings.PAGE_CACHE_WAIT_SECONDS = 0.05
    second_renders = threading.Event()

    def view(request):
        if visited.renders == 1:
            assert second_renders.wait(DEADLINE)
        second_renders.set()
        return HttpResponse(visited.body)

    visited.view = view
    responses = crowd_asks(visited, 2)
    assert {response.content for response in responses} == {visited.body}
    assert visited.renders == 2


def test_a_render_that_breaks_lets_the_others_go_on(visited, monkeypatch):
    gate = Gate(visited, monkeypatch, 5)

    def view(request):
        if visited.renders == 1:
            gate.view(request)
            raise RuntimeError
        return HttpResponse(visited.body)

    visited.view = view
    begun = time.monotonic()
    with ThreadPoolExecutor(5) as crowd:
        futures = [crowd.submit(visited.ask) for _number in range(5)]
        failures = [future for future in futures if future.exception(DEADLINE)]
    assert len(failures) == 1
    assert isinstance(failures[0].exception(), RuntimeError)
    assert time.monotonic() - begun < DEADLINE
    assert flights._flights == {}


@pytest.mark.parametrize("address", ["/a/", "/b/"])
def test_pages_do_not_wait_for_each_other(visited, address):
    other_done = threading.Event()

    def view(request):
        if request.path == "/slow/":
            assert other_done.wait(DEADLINE)
        return HttpResponse(visited.body)

    visited.view = view
    with ThreadPoolExecutor(1) as crowd:
        slow = crowd.submit(visited.ask, "/slow/")
        visited.ask(address)
        other_done.set()
        assert slow.result(DEADLINE).status_code == 200
