"""The API: what is public, for programs. Read only; see `core.api` for what the rooms put into it."""
