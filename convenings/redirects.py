"""Old addresses of convenings: they lead on, as those of pages do (Wagtail knows of pages only)."""

from wagtail.contrib.redirects.models import Redirect

from .models import ConveningIndex


def keep_old_address(convening, old_slug):
    """Lead visitors from the address under an old slug to the present one, also those of still older ones.

    The address below the list is kept as a route of the list, so that it stays right when the list moves.
    """
    for listed in ConveningIndex.objects.all():
        site = listed.get_site()
        if site is None:
            continue
        path = listed.get_url_parts()[2]
        ours = Redirect.objects.filter(redirect_page=listed)
        ours.filter(redirect_page_route_path=f"/{old_slug}/").update(redirect_page_route_path=f"/{convening.slug}/")
        # Else the present address would lead away from itself.
        ours.filter(old_path=Redirect.normalise_path(f"{path}{convening.slug}/")).delete()
        Redirect.objects.update_or_create(
            old_path=Redirect.normalise_path(f"{path}{old_slug}/"),
            site=site,
            defaults={
                "redirect_page": listed,
                "redirect_page_route_path": f"/{convening.slug}/",
                "automatically_created": True,
            },
        )
