"""What the photo library tells the rest of the site."""

from django.dispatch import Signal

# Sent once when the files of a photo have been made; argument: `photo`.
photo_prepared = Signal()
