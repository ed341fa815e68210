"""The addresses of the site; pages come last."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.generic.base import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from convenings import calendar as convening_calendar
from core import views
from media_inquiries.desk import vcards
from media_inquiries.inquiry_form import views as media_inquiries
from press import deadline, photo_views, reviewers
from press import views as press
from search import machines, sitemaps, term_views
from search import views as search
from search.api import views as api
from search.api.viewsets import router as api_router

# Below a blog, or below the site itself.
TERM = r"(?P<page_path>(?:[\w-]+/)*)(?P<path>topics|places|series)/(?P<slug>[\w-]+)/"

urlpatterns = [
    # Before all addresses that begin with that of a page: some of the admin's end as those of terms do.
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    re_path(r"^feed\.(?P<file_format>rss|atom|json)$", views.everything_feed, name="everything_feed"),
    re_path(r"^(?P<path>topics|places)/$", term_views.TermListView.as_view(), name="terms"),
    re_path(rf"^{TERM}$", term_views.TermView.as_view(), name="term"),
    re_path(rf"^{TERM}feed\.(?P<file_format>rss|atom|json)$", term_views.TermView.as_view(), name="term_feed"),
    re_path(r"^(?P<page_path>(?:[\w-]+/)+)feed\.(?P<file_format>rss|atom|json)$", views.list_feed, name="list_feed"),
    re_path(r"^(?P<page_path>(?:[\w-]+/)+)calendar\.ics$", convening_calendar.calendar, name="convening_calendar"),
    re_path(
        r"^(?P<page_path>(?:[\w-]+/)+)(?P<slug>[\w-]+)/event\.ics$", convening_calendar.event, name="convening_event"
    ),
    re_path(r"^(?P<page_path>(?:[\w-]+/)+)desk\.vcf$", vcards.desk_card, name="desk_card"),
    re_path(
        r"^(?P<page_path>(?:[\w-]+/)+)person-(?P<person_id>\d{1,18})\.vcf$", vcards.person_card, name="person_card"
    ),
    re_path(r"^(?P<page_path>(?:[\w-]+/)+)release\.txt$", press.release_text, name="release_text"),
    re_path(r"^(?P<page_path>(?:[\w-]+/)+)photos\.zip$", photo_views.release_photos, name="release_photos"),
    re_path(r"^photos/(?P<photo_id>\d{1,18})/press/$", photo_views.press_photo, name="press_photo"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggest, name="suggest"),
    path("press/now/", deadline.deadline, name="deadline"),
    path("press/media-inquiries/ask/", media_inquiries.ask, name="ask"),
    path("press/media-inquiries/ask/received/<str:token>/", media_inquiries.received, name="inquiry_received"),
    path("review/<str:token>/", reviewers.review, name="review"),
    path("review/<str:token>/documents/<int:document_id>/", reviewers.review_document, name="review_document"),
    path("api/", api.documentation, name="api_documentation"),
    path("api/openapi.json", api.openapi, name="openapi"),
    path("api/v1/", api_router.urls),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap_index"),
    re_path(r"^sitemap-(?P<name>[a-z]+)-(?P<part>\d{1,9})\.xml$", sitemaps.sitemap_part, name="sitemap_part"),
    path("news-sitemap.xml", sitemaps.news_sitemap, name="news_sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("favicon.ico", RedirectView.as_view(url=f"{settings.STATIC_URL}img/favicon.ico"), name="favicon"),
]

if settings.DEBUG:
    from django.conf.urls.static import static

    urlpatterns += [
        path("styleguide/", views.styleguide, name="styleguide"),
        *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    ]

urlpatterns.append(path("", include(wagtail_urls)))

handler404 = "core.views.page_not_found"
handler500 = "core.views.server_error"
