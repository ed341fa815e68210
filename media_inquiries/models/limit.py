"""How often the form was sent, for as long as a limit needs to know."""

from django.db import models


class FormCount(models.Model):
    """How many inquiries have come within a limit's hour, in the database that all processes share.

    The key is a digest: neither an address nor an email can be read from it.
    """

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self):
        return f"{self.key[:8]}: {self.count}"
