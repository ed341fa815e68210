"""A site of a few addresses, for tests that need Django's whole way of answering."""

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path

failure = None  # set by tests: the exception that every page raises


def page(request):
    """A page, while nothing fails."""
    if failure is not None:
        raise failure
    return HttpResponse("<h1>Page</h1>")


def wrapped(request):
    """A page that hides the database's error behind its own."""
    try:
        return page(request)
    except (OperationalError, InterfaceError) as error:
        raise RuntimeError from error


def form(request):
    """A page with a form."""
    return HttpResponse(get_token(request))


def not_found(request, exception):
    """The page for addresses where nothing is."""
    return HttpResponse("Nothing here", status=404)


def server_error(request):
    """The page for errors."""
    return HttpResponse("Sorry", status=500)


handler404 = not_found
handler500 = server_error
urlpatterns = [path("page/", page), path("wrapped/", wrapped), path("form/", form)]
