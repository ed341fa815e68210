"""Choosing a photo in a StreamField, without a query per photo or per kind of block."""

import copy
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

_at_hand = ContextVar("photos_at_hand", default=None)


@contextmanager
def photos_at_hand(photos):
    """While it lasts, blocks take their photos from here instead of the database.

    Args:
        photos: a dict of id and `Photo`, with all the photos that the blocks name (see `photo_ids`);
            an id that is missing stands for a photo that has been deleted.
    """
    token = _at_hand.set(photos)
    try:
        yield
    finally:
        _at_hand.reset(token)


class PhotoChooserBlock(ImageChooserBlock):
    """An image chooser that fetches all photos of a stream with captions and files in two queries."""

    def bulk_to_python(self, values):
        """The photos with these ids, in this order; None for one that has been deleted."""
        photos = _at_hand.get()
        if photos is None:
            photos = self.model_class.objects.for_display("wide", "gallery").in_bulk(values)
        # Copies, since a photo may stand in two places.
        return [copy.copy(photos.get(value)) for value in values]


def photo_ids(block, raw):
    """The ids of the photos in a stream as it is stored; see `chosen_ids`."""
    return chosen_ids(ImageChooserBlock, block, raw)


def chosen_ids(chooser, block, raw):
    """The ids chosen in a stream as it is stored, without reading anything from the database.

    Args:
        chooser: the class of the blocks that choose.
        block: a `StreamBlock`, or any block within one.
        raw: the stored value of that block.
    """
    if isinstance(block, chooser):
        return {raw} if raw else set()
    return {one for child, value in block_children(block, raw) for one in chosen_ids(chooser, child, value)}


def block_children(block, raw):
    """The blocks within a block as pairs of block and stored value; none within one that holds no others."""
    if not raw:
        return []
    if isinstance(block, blocks.StreamBlock):
        return [(block.child_blocks[one["type"]], one["value"]) for one in raw if one["type"] in block.child_blocks]
    if isinstance(block, blocks.ListBlock):
        return [(block.child_block, one["value"] if isinstance(one, dict) and "value" in one else one) for one in raw]
    if isinstance(block, blocks.StructBlock):
        return [(child, raw[name]) for name, child in block.child_blocks.items() if name in raw]
    return []
