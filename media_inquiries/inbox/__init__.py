"""The inquiries in the admin: the list, each of them, one person's data, the statistics."""
