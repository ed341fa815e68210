import pytest

from page_cache import backends
from page_cache.backends import FileCache


@pytest.fixture
def cache(tmp_path):
    return FileCache(tmp_path, {"OPTIONS": {"MAX_ENTRIES": 10}})


def test_values_are_shared_by_all_who_open_the_folder(cache, tmp_path):
    cache.set("token", "one", timeout=None)
    other = FileCache(tmp_path, {})
    assert other.get("token") == "one"
    other.set("token", "two", timeout=None)
    assert cache.get("token") == "two"
    cache.clear()
    assert other.get("token") is None


def test_files_are_counted_now_and_then_only(cache, monkeypatch):
    monkeypatch.setattr(backends.secrets, "randbelow", lambda number: number - 1)
    for number in range(30):
        cache.set(f"page-{number}", "text")
    assert len(cache._list_cache_files()) == 30
    monkeypatch.setattr(backends.secrets, "randbelow", lambda number: 0)
    cache.set("one-more", "text")
    assert len(cache._list_cache_files()) < 30
