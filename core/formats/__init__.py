"""How Django writes dates where a template does not say (FORMAT_MODULE_PATH): so Wagtail's own templates say zones."""
