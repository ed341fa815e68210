"""What the search field suggests while somebody types: headlines and terms in which every word begins as typed."""

from wagtail.models import Page

from core.registry import groups, kinds, vocabularies

from .facets import TermFacet
from .matching import beginning
from .models import Entry
from .numbers import OneOf
from .typed import words_of
