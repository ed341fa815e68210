"""The yardstick: a Django project with no middleware and one view that returns a short text."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path


def view(request):
    """The least that Django can do."""
    return HttpResponse("Hello")


urlpatterns = [path("", view)]

settings.configure(ALLOWED_HOSTS=["localhost", "127.0.0.1"], ROOT_URLCONF=__name__, MIDDLEWARE=[])
application = get_wsgi_application()
