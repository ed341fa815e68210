"""The base page, the taxonomy and the settings of the site."""

from .lists import ListPage
from .pages import BasePage, TextPage
from .settings import RememberedSettings, SiteSettings
from .share_cards import ShareCard
from .taxonomy import Place, Topic

__all__ = ["BasePage", "ListPage", "Place", "RememberedSettings", "ShareCard", "SiteSettings", "TextPage", "Topic"]
