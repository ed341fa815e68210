"""The shortcuts on the admin home."""

import pytest
from django.contrib.auth.models import Group, User

pytestmark = pytest.mark.django_db


def admin_home(client, group):
    user = User.objects.create_user("somebody")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client.get("/admin/").content.decode()


@pytest.mark.parametrize("group", ["Writers", "Editors", "Press team"])
def test_every_role_can_begin_a_post_and_add_photos(client, blog, group):
    html = admin_home(client, group)
    assert f"/admin/pages/add/news/blogpost/{blog.pk}/" in html
    assert "Add photos" in html
    assert "Arrange the home page" in html


def test_without_a_blog_nothing_leads_there(client, home_page):
    assert "Write a post" not in admin_home(client, "Editors")
