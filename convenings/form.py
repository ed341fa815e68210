"""The form in which a convening is written, in the order in which its facts become known."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel

PANELS = [
    MultiFieldPanel(
        [
            # A name is unique, so that even a draft needs one.
            FieldPanel(
                "name",
                required_on_save=True,
                help_text=_("In full, with the year, such as “National convention 2027”."),
            ),
            "short_name",
        ],
        heading=_("Name"),
    ),
    MultiFieldPanel(
        [FieldRowPanel(["starts_on", "ends_on"]), FieldRowPanel(["starts_at", "ends_at", "time_zone"])],
        heading=_("When"),
    ),
    MultiFieldPanel(
        [
            "attendance",
            FieldRowPanel(["venue", "street"]),
            "place",
            FieldRowPanel(["online_address", "online_address_is_public"]),
        ],
        heading=_("Where"),
    ),
    MultiFieldPanel(
        ["status", FieldRowPanel(["registration_url", "registration_closes_on"])], heading=_("Registration")
    ),
    MultiFieldPanel(["audience", "teaser", "photo", "topics"], heading=_("What it is about")),
    "description",
    "contact",
    "slug",
    PublishingPanel(),
]
