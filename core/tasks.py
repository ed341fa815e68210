"""What the queue does for pages of every room, and its periodic jobs."""

from datetime import timedelta

from django.apps import apps
from django_tasks import task

from worker.jobs import periodic


@task()
def draw_share_card(page_id):
    """Draw the share card of a page; may run twice. A page deleted in the meantime is no error."""
    from . import share_cards

    share_cards.draw(page_id)


@task()
def renew(label, ids):
    """Renew what is kept of the words of these things of a model; may run twice."""
    from . import renewal

    renewal.renew(apps.get_model(label), ids)


@task()
def report_failure(failure_id):
    """Send an email about a failure; may run twice. One that has been mended in the meantime is no error."""
    from . import failures

    failures.report(failure_id)


@periodic(name="draw_share_cards", every=timedelta(days=1))
def draw_share_cards():
    """Have cards drawn for pages that lack one: whose photo was deleted, or that are public again."""
    from . import share_cards

    for page_id in share_cards.lacking():
        draw_share_card.enqueue(page_id)
