"""One person's data in the admin: shown, handed over or erased when that person asks for it."""

from django import forms
from django.core.serializers.json import DjangoJSONEncoder
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from media_inquiries import retention
from media_inquiries.models import MediaInquiry

from .breadcrumbs import below_inbox


class PersonForm(forms.Form):
    """Whose data."""

    email = forms.EmailField(
        label=gettext_lazy("Email address of the person"),
        max_length=254,
        help_text=gettext_lazy("First make sure that whoever asks is that person: answer to this very address."),
    )


class PersonView(WagtailAdminTemplateMixin, FormView):
    """Finds what is kept about one person.

    All by POST, so that the address stands in no log of a server: `do` is “find”, “export” or “erase”.
    """

    template_name = "admin/inquiries/person.html"
    page_title = gettext_lazy("One person's data")
    header_icon = "user"
    form_class = PersonForm

    def get_breadcrumbs_items(self):
        """Below the inbox."""
        return below_inbox((reverse("inquiry_person"), self.page_title))

    def form_valid(self, form):
        """Do what the button says."""
        email = form.cleaned_data["email"]
        inquiries = MediaInquiry.objects.of_person(email)
        match self.request.POST.get("do"):
            case "export":
                return self.export(email, inquiries)
            case "erase" if self.request.POST.get("sure"):
                return self.erase(inquiries)
            case "erase":
                messages.error(self.request, _("Nothing is erased yet. Please tick the box first."))
        found = list(inquiries.select_related("topic"))
        return self.render_to_response(self.get_context_data(form=form, email=email, found=found, searched=True))

    def export(self, email, inquiries):
        """Everything as a JSON file; logged at each inquiry."""
        for inquiry in inquiries:
            log(inquiry, "inquiry.exported", user=self.request.user)
        answer = JsonResponse({"inquiries": retention.data_of(email)}, encoder=DjangoJSONEncoder)
        answer["Content-Disposition"] = 'attachment; filename="personal-data.json"'
        return answer

    def erase(self, inquiries):
        """Erase it for good; logged at each inquiry, without the address."""
        count = retention.erase(inquiries, by=self.request.user)
        words = ngettext("%(count)d inquiry is erased.", "%(count)d inquiries are erased.", count)
        messages.success(self.request, words % {"count": count})
        return redirect("inquiry_person")

    def get_context_data(self, **kwargs):
        """With the look of the inbox."""
        return super().get_context_data(media=forms.Media(css={"all": ["css/inquiries.css"]}), **kwargs)
