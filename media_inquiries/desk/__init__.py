"""The desk itself: its hours, its cards, and who counts on it."""
