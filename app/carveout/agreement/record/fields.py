"""The fields of a plain object, each taken once, with its type checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class Fields:
    """An object of a record. Every method raises ValueError where the field is missing or has another type."""

    __slots__ = ("_name", "_taken", "_values")

    def __init__(self, values: Mapping[str, Any], name: str) -> None:
        if not isinstance(values, dict):
            raise ValueError(f"The {name} is no object.")  # noqa: TRY004  (malformed data, not a wrong call)
        self._values = values
        self._name = name
        self._taken = 0

    def _take(self, key: str, kind: type) -> Any:  # noqa: ANN401  (the caller names the kind)
        value = self._values.get(key)
        if type(value) is not kind:
            raise ValueError(f"The {self._name} has no {key} as it should be.")
        self._taken += 1
        return value

    def _take_or_none(self, key: str, kind: type) -> Any:  # noqa: ANN401
        if key in self._values and self._values[key] is None:
            self._taken += 1
            return None
        return self._take(key, kind)

    def has(self, key: str) -> bool:
        """Tell whether the field is there: one that an earlier version didn't write yet may be missing."""
        return key in self._values

    def text(self, key: str) -> str:
        """Return a string."""
        return self._take(key, str)  # type: ignore[no-any-return]

    def text_or_none(self, key: str) -> str | None:
        """Return a string or None."""
        return self._take_or_none(key, str)  # type: ignore[no-any-return]

    def number(self, key: str) -> int:
        """Return a whole number."""
        return self._take(key, int)  # type: ignore[no-any-return]

    def number_or_none(self, key: str) -> int | None:
        """Return a whole number or None."""
        return self._take_or_none(key, int)  # type: ignore[no-any-return]

    def flag(self, key: str) -> bool:
        """Return true or false."""
        return self._take(key, bool)  # type: ignore[no-any-return]

    def numbers(self, key: str) -> list[int]:
        """Return a list of whole numbers."""
        numbers = self._take(key, list)
        if any(type(number) is not int for number in numbers):
            raise ValueError(f"The {self._name} has {key} that are no numbers.")
        return numbers  # type: ignore[no-any-return]

    def numbers_or_none(self, key: str) -> list[int] | None:
        """Return a list of whole numbers or None."""
        if key in self._values and self._values[key] is None:
            self._taken += 1
            return None
        return self.numbers(key)

    def tuples(self, key: str, length: int) -> list[list[Any]]:
        """Return a list of lists of this length."""
        found = self._take(key, list)
        if any(type(row) is not list or len(row) != length for row in found):
            raise ValueError(f"The {self._name} has {key} of another length.")
        return found  # type: ignore[no-any-return]

    def row(self, key: str) -> Fields:
        """Return an object."""
        return Fields(self._take(key, dict), f"{self._name}'s {key}")

    def rows(self, key: str) -> list[Fields]:
        """Return a list of objects."""
        return [Fields(row, f"{self._name}'s {key}") for row in self._take(key, list)]

    def done(self) -> None:
        """Raise ValueError where the object holds more than was taken."""
        if self._taken != len(self._values):
            raise ValueError(f"The {self._name} has fields that don't belong to it.")
