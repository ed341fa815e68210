"""Topics and places."""

import pytest

from core.models import Place, Topic

pytestmark = pytest.mark.django_db


def test_all_states_are_there():
    assert Place.objects.filter(state=None).exclude(abbreviation="").count() == 52
    assert Place.objects.get(abbreviation="CO").name == "Colorado"


def test_an_address_is_made_from_the_name():
    assert Topic.objects.create(name="Workers’ rights").slug == "workers-rights"


def test_two_names_that_look_alike_get_two_addresses():
    assert Topic.objects.create(name="Housing").slug == "housing"
    assert Topic.objects.create(name="Housing!").slug == "housing-2"
    assert Topic.objects.create(name="Housing?").slug == "housing-3"


def test_a_name_in_another_script_gets_an_address():
    assert Topic.objects.create(name="住房").slug
