"""What a page is about: topics and places."""

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Term(index.Indexed, models.Model):
    """A named thing with an address of its own: a topic, a place, a series, an author."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        blank=True,
        help_text=_("The part of the web address that names it. Made from the name if left empty."),
    )

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.FilterField("slug"),
    ]

    schema_type = "Thing"  # what schema.org calls it
    words = ("name",)  # the fields by which others are found that have the term, or which they show as their own

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Make a free slug from the name if there is none."""
        if not self.slug:
            self.slug = self._free_slug()
            if (fields := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*fields, "slug"}
        super().save(*args, **kwargs)

    def clean(self):
        """Make a slug before a draft is kept: what is live keeps its own until the draft is published."""
        super().clean()
        self.slug = self.slug or self._free_slug()

    def _free_slug(self):
        stem = slugify(self.name)[:90] or "item"
        others = type(self).objects.exclude(pk=self.pk)
        taken = set(others.filter(slug__startswith=stem).values_list("slug", flat=True))
        candidates = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        return next(slug for slug in candidates if slug not in taken)


class Topic(Term):
    """A subject that pages are about, such as housing."""

    description = models.TextField(_("description"), blank=True, help_text=_("One sentence: what belongs here."))
    synonyms = models.CharField(
        _("other words"),
        max_length=300,
        blank=True,
        help_text=_("What else people search for, with commas between, such as “rent, tenants, eviction”."),
    )

    panels = ["name", "slug", "description", "synonyms"]
    search_fields = [*Term.search_fields, index.SearchField("synonyms")]
    words = ("name", "synonyms")

    class Meta(Term.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Place(Term):
    """A state, or a city or county in one."""

    abbreviation = models.CharField(
        _("abbreviation"),
        max_length=6,
        blank=True,
        help_text=_("The postal abbreviation of a state, such as CO."),
    )
    state = models.ForeignKey(
        "self",
        verbose_name=_("state"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="cities",
        limit_choices_to={"state": None},
        help_text=_("The state that this city or county is in. Leave empty for a state."),
    )

    panels = ["name", "slug", "state", "abbreviation"]
    schema_type = "Place"

    class Meta(Term.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
