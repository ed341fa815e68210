"""The report of searches in the admin."""

from wagtail import hooks

from . import reports

hooks.register("register_reports_menu_item", reports.menu_item)
hooks.register("construct_reports_menu", reports.without_wagtails_own)
hooks.register("register_admin_urls", reports.addresses)
