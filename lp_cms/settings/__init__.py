"""Settings by environment: `development`, `production` and `test` all begin with `base`."""
