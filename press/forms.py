"""The form in which releases are written."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.publication import PublicationForm
from press.corrections import has_new_correction, words_differ
from press.embargo_form import EmbargoForm


class PressReleaseForm(EmbargoForm, PublicationForm):
    """Asks for a correction when the words of a published release are changed in public."""

    minor_edit = forms.BooleanField(
        required=False,
        label=_("Minor edit"),
        help_text=_("What changed matters to nobody who has used the release, such as a comma or a missing letter."),
    )

    class Media:
        js = ["js/embargo-button.js"]

    def _post_clean(self):
        super()._post_clean()
        if not self.is_deferred_validation and self.instance.live and not self._is_explained():
            self._ask_for_correction()

    def _is_explained(self):
        """Whether nobody needs to know of the change, or readers are told that there is one."""
        return self.cleaned_data.get("minor_edit") or self.cleaned_data.get("show_as_updated")

    def _ask_for_correction(self):
        live = type(self.instance).objects.filter(pk=self.instance.pk, live=True).first()
        if live and words_differ(self.instance, live) and not self._says_what_was_wrong(live):
            self.add_error(
                "minor_edit",
                _(
                    "You have changed the headline or the text of a published release. Add a correction that says what "
                    "was wrong, tick “Show as updated” if you only say more, or “Minor edit” if nobody "
                    "needs to know."
                ),
            )

    def _says_what_was_wrong(self, live):
        # The forms of the corrections are taken over by the page after it has been found in order.
        written = [form for form in self.formsets["corrections"].forms if form.is_valid() and form.cleaned_data]
        texts = [form.instance for form in written if not form.cleaned_data.get("DELETE")]
        return has_new_correction(texts, live)
