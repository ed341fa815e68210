"""The addresses of the site, and one whose view fails: `ROOT_URLCONF` of tests that look at the 500 page."""

from django.urls import path

from lp_cms.urls import handler404, handler500, urlpatterns

__all__ = ["handler404", "handler500"]


def broken(request):
    """Fail, as only a mistake in the code does."""
    raise RuntimeError("This view is broken on purpose.")


urlpatterns = [path("broken/", broken), *urlpatterns]
