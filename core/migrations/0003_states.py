"""The states of the US, so that editors only add cities and counties."""

from django.db import migrations
from django.utils.text import slugify

STATES = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa
KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota
MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey
NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon
PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee
TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming
"""


def add_states(apps, schema_editor):
    Place = apps.get_model("core", "Place")
    for entry in STATES.replace("\n", "|").strip("|").split("|"):
        abbreviation, _space, name = entry.strip().partition(" ")
        Place.objects.get_or_create(
            slug=slugify(name), defaults={"name": name, "abbreviation": abbreviation, "state": None}
        )


class Migration(migrations.Migration):
    dependencies = [("core", "0002_roles")]
    operations = [migrations.RunPython(add_states, migrations.RunPython.noop)]
