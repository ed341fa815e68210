"""Home and standard pages for tests."""

import wagtail_factories

from home.models import HomePage, StandardPage


class HomePageFactory(wagtail_factories.PageFactory):
    """The home page; give it a `parent`."""

    class Meta:
        model = HomePage

    title = "Home"
    slug = "home-page"


class StandardPageFactory(wagtail_factories.PageFactory):
    """A page by itself; give it a `parent`."""

    class Meta:
        model = StandardPage

    title = "About"
    slug = "about"
    show_in_menus = True
