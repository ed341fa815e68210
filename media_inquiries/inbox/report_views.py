"""The statistics of inquiries in the admin."""

from datetime import timedelta

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from media_inquiries.models import MediaInquiry

from . import statistics
from .breadcrumbs import breadcrumbs
from .charts import bar_chart


class StatisticsView(WagtailAdminTemplateMixin, TemplateView):
    """Inquiries by month, topic and outlet, for the last twelve months or a year."""

    template_name = "admin/inquiries/statistics.html"
    page_title = gettext_lazy("Inquiries in numbers")
    header_icon = "history"

    def get_breadcrumbs_items(self):
        """Below the admin's home."""
        return breadcrumbs((reverse("inquiry_statistics"), self.page_title))

    def get_context_data(self, **kwargs):
        """With the numbers of the chosen period, which is `period` in the address: a year, or twelve months."""
        today = timezone.localdate()
        years = self.years(today)
        year = next((year for year in years if str(year) == self.request.GET.get("period")), None)
        if year:
            first, last = today.replace(year=year, month=1, day=1), today.replace(year=year, month=12, day=1)
        else:
            last = today.replace(day=1)
            first = statistics.next_month(last.replace(year=last.year - 1))
        numbers = statistics.of_period(first, last)
        chart = bar_chart([(date_format(line.name, "M"), line.count) for line in numbers.months])
        return super().get_context_data(
            years=years,
            year=year,
            numbers=numbers,
            total=described(numbers.total),
            chart=chart,
            tables=[
                (
                    _("By month"),
                    _("Month"),
                    [described(line, date_format(line.name, "F Y")) for line in numbers.months],
                ),
                (_("By topic"), _("Topic"), [described(line, line.name or _("No topic")) for line in numbers.topics]),
                (
                    _("By outlet"),
                    _("Outlet"),
                    [described(line, line.name or _("None given")) for line in numbers.outlets],
                ),
            ],
            media=forms.Media(css={"all": ["css/inquiries.css"]}),
            **kwargs,
        )

    def years(self, today):
        """The years in which there were inquiries, newest first."""
        first = MediaInquiry.objects.order_by("created_at").values_list("created_at", flat=True).first()
        return list(range(today.year, timezone.localtime(first).year - 1 if first else today.year, -1))


def described(line, name=""):
    """A `statistics.Line` in words; a dash stands for what cannot be said."""
    return {
        "name": name,
        "count": line.count,
        "answered": line.answered,
        "median_time": "–" if line.median_time is None else in_words(line.median_time),
        "share_in_time": "–" if line.share_in_time is None else f"{line.share_in_time} %",
    }


def in_words(duration: timedelta):
    """A duration such as “3 hours, 20 minutes”."""
    now = timezone.now()
    return timesince(now - duration, now)
