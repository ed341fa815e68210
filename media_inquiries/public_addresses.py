"""The surfaces of the press desk; see `core.surfaces`."""

from django.urls import reverse

from core.surfaces import below, exempt, of_each_page, path_of, register

from .models import ContactPerson


def register_all():
    """Tell `core.surfaces`; to be called once."""
    register("desk_card", of_each_page("desk_card"))
    register("person_card", person_cards)
    register("ask", questions_about)
    exempt("inquiry_received", "Shows a reference that is signed in its address, and nothing of the database.")


def person_cards(hidden):
    """The cards of all people, those at hidden desks among them."""
    of_hidden = {page.pk: page for page in hidden}
    for person in ContactPerson.objects.select_related("contact"):
        if person.contact_id in of_hidden:
            yield below(of_hidden[person.contact_id], "person_card", person_id=person.pk)
        else:
            yield reverse("person_card", kwargs={"page_path": path_of(person.contact), "person_id": person.pk})


def questions_about(hidden):
    """The form, asked for each hidden page as the subject and as the desk."""
    yield reverse("ask")
    for page in hidden:
        yield f"{reverse('ask')}?about={page.pk}&desk={page.pk}"
