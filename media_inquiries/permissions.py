"""Who may see inquiries. One permission opens all of it: the list, each inquiry, exports, statistics, the log."""

from django.contrib.auth import get_user_model

HANDLE_INQUIRIES = "media_inquiries.change_mediainquiry"


def may_handle_inquiries(user):
    """Whether this person belongs to the press team or may do everything."""
    return user.has_perm(HANDLE_INQUIRIES)


def press_officers():
    """Everybody whom an inquiry can be assigned to, by name."""
    users = get_user_model().objects.with_perm(HANDLE_INQUIRIES, backend="django.contrib.auth.backends.ModelBackend")
    return users.order_by("first_name", "last_name", "username")


def display_name(user):
    """What a colleague is called: the full name, or the name of the account."""
    return user.get_full_name() or user.get_username()
