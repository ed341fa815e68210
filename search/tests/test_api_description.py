"""The API describes itself, and keeps to its description."""

import jsonschema
import pytest
from django.test import Client
from openapi_spec_validator import validate

from core.api import endpoints
from tests import indexes, sample_site

pytestmark = pytest.mark.django_db

POSTS = "/api/v1/posts/"


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """A visitor to a site with everything in it."""
    with sample_site.for_a_while(django_db_blocker):
        with indexes.left_alone():
            sample_site.build()
        yield Client(SERVER_NAME="localhost")


@pytest.fixture(scope="module")
def described(site):
    """The API as it describes itself."""
    return site.get("/api/openapi.json").json()


class TestDescription:
    """The API describes itself, and keeps to its description."""

    def test_it_is_valid_openapi(self, described):
        validate(described)

    def test_it_says_where_everything_is(self, described):
        assert {f"/{endpoint.name}/" for endpoint in endpoints()} <= set(described["paths"])
        assert described["servers"] == [{"url": "http://localhost/api/v1"}]

    @pytest.mark.parametrize("name", [endpoint.name for endpoint in endpoints()])
    def test_lists_and_details_are_as_described(self, site, described, name):
        rows = site.get(f"/api/v1/{name}/?limit=50").json()
        jsonschema.validate(rows, answer_of(described, f"/{name}/"), format_checker=jsonschema.FormatChecker())
        for row in rows["items"]:
            one = site.get(row["meta"]["detail_url"]).json()
            jsonschema.validate(one, answer_of(described, f"/{name}/{{id}}/"))

    def test_a_description_that_differs_would_be_noticed(self, site, described):
        rows = site.get(POSTS).json()
        del rows["items"][0]["teaser"]
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(rows, answer_of(described, "/posts/"))

    def test_people_read_it_as_a_page(self, site):
        page = site.get("/api/").content.decode()
        for endpoint in endpoints():
            assert f"http://localhost/api/v1/{endpoint.name}/" in page


def answer_of(described, path):
    """The JSON Schema of what an address of the API answers."""
    return described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
