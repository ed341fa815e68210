"""`make bench`: the site in production form beside a bare Django view on the same server (Linux only)."""
