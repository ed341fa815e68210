"""Many numbers in one condition."""

from django.db.models import BooleanField, F, Func, Value


class OneOf(Func):
    """Whether a whole number is among many, which the database gets as one value: there may be thousands."""

    output_field = BooleanField()

    def __init__(self, number, numbers):
        super().__init__(F(number), Value(",".join(map(str, numbers))))

    def as_sqlite(self, compiler, connection, **context):
        """As a list in JSON."""
        return self.as_sql(
            compiler,
            connection,
            template="%(expressions)s || ']'))",
            arg_joiner=" IN (SELECT value FROM json_each('[' || ",
            **context,
        )

    def as_postgresql(self, compiler, connection, **context):
        """As an array."""
        return self.as_sql(
            compiler,
            connection,
            template="%(expressions)s || '}' AS integer[]))",
            arg_joiner=" = ANY(CAST('{' || ",
            **context,
        )
