"""What others may listen to."""

from django.dispatch import Signal

# Sent by every page of ours (`instance`) when it has been saved with all its relations, within the transaction;
# not when a draft is kept. Django's `post_save` comes before the topics and places of a page are saved.
page_saved = Signal()

# Sent by the queue for some things of one type (`instances`), pages or others, that have a term whose words have
# changed: nobody has saved the things themselves.
words_changed = Signal()
