"""A mapping whose values are made when they are asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar, overload

from typing_extensions import override

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class LazyCells(Mapping[K, V]):
    """Of a large matrix a small part is in sight: only that part is reckoned."""

    def __init__(self, keys: Collection[K], make: Callable[[K], V], known: Mapping[K, V] | None = None) -> None:
        """Hold *keys*, whose values *make* returns, and those that are *known* already."""
        self._keys, self._make = keys, make
        self._known: dict[K, V] = dict(known or {})

    def having(self, changed: Mapping[K, V]) -> LazyCells[K, V]:
        """Return the same with some values changed or added."""
        return LazyCells({*self._keys, *changed}, self._make, {**self._known, **changed})

    @override
    def __getitem__(self, key: K) -> V:
        found = self._known.get(key)
        if found is None:
            if key not in self._keys:
                raise KeyError(key)
            found = self._known[key] = self._make(key)
        return found

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | D) -> V | D: ...

    @override
    def get(self, key: K, /, default: V | D | None = None) -> V | D | None:
        """Return a value, or *default*; said once more than the base class does, for this is asked at every repaint."""
        found = self._known.get(key)
        if found is not None:
            return found
        return self[key] if key in self._keys else default

    @override
    def __contains__(self, key: object) -> bool:
        return key in self._keys

    @override
    def __iter__(self) -> Iterator[K]:
        return iter(self._keys)

    @override
    def __len__(self) -> int:
        return len(self._keys)
