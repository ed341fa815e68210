"""The accounts of the demo, by which a public site finds out that somebody left one open.

The demo itself is an app of its own, which a public site does not have.
"""

from collections.abc import Iterator
from functools import lru_cache

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import check_password

PASSWORD = "local-progress-demo"  # noqa: S105  (public: printed when the demo is loaded)
NAMES = ("writer", "editor", "press", "admin")
REFUSAL = (
    "The demo and its public password are for a developer's machine and for `make run`; "
    "a production site stays as it is."
)


@lru_cache(maxsize=4096)
def is_demo_password(encoded: str) -> bool:
    """Return whether a stored password is that of the demo; slow once, then known for as long as it is stored."""
    return check_password(PASSWORD, encoded)


def open_accounts(*names: str) -> Iterator[str]:
    """Yield the user names of active accounts with the demo's password.

    Args:
        names: the user names to look at; all if there are none.
    """
    users = get_user_model()
    accounts = users.objects.filter(is_active=True).order_by("pk")
    if names:
        accounts = accounts.filter(**{f"{users.USERNAME_FIELD}__in": names})
    for name, encoded in accounts.values_list(users.USERNAME_FIELD, "password"):
        if is_demo_password(encoded):
            yield name
