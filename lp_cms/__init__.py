"""Assembly of the site: settings, addresses and the WSGI entry. No models, no logic."""
