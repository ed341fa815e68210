"""The memory of one process stays within its bounds."""

from types import SimpleNamespace

from page_cache.store import Memory


def entry(size=1):
    return SimpleNamespace(size=size)


def test_the_entries_used_last_remain():
    memory = Memory(entries=2, size=100)
    first, second, third = entry(), entry(), entry()
    memory.put("first", first)
    memory.put("second", second)
    memory.get("first")
    memory.put("third", third)
    assert (memory.get("first"), memory.get("second"), memory.get("third")) == (first, None, third)


def test_bytes_are_counted():
    memory = Memory(entries=100, size=10)
    memory.put("first", entry(6))
    memory.put("first", entry(7))  # in place of the former
    memory.put("second", entry(3))
    assert memory.get("first")
    memory.put("third", entry(1))
    assert memory.get("second") is None
    memory.put("huge", entry(11))
    assert memory.get("huge") is None
    assert memory.get("third") is None
