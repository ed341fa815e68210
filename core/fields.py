"""Fields for the models of all apps."""

from wagtail import fields
from wagtail.blocks import StreamValue


class StreamField(fields.StreamField):
    """Keep a stream of blocks of which migrations know nothing.

    The column is JSON whatever the blocks are, so a change of blocks needs no migration; Wagtail's field would write
    the whole tree of blocks into each one. In a data migration the field has no blocks: `raw_data` of its value is what
    is stored, and what is not changed there is saved as it was.
    """

    def deconstruct(self):
        """Leave the blocks out."""
        name, path, _blocks, kwargs = super().deconstruct()
        del kwargs["block_lookup"]
        return name, path, [[]], kwargs

    def to_python(self, value):
        """Keep all that is stored where no blocks are known; Wagtail would drop it as blocks that have been removed."""
        if isinstance(value, list) and not self.stream_block.child_blocks:
            value = StreamValue(self.stream_block, value, is_lazy=True)
        return super().to_python(value)
