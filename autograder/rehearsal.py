"""The reference standing in for a student, to learn which calls each check makes of a right answer.

A grade then asks for all calls of a check in one message. Most answers are right or wrong without changing what a check asks, and each
message saved is two switches between processes, which cost more than most calls.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from autograder import wire
from autograder.student import Call, Function

LARGEST = 2**22
"""Bytes of arguments that are sent ahead for one check."""

Asked = list[tuple[str, bytes]]
"""Function names and packed arguments, in order."""


class Rehearsal:
    """As much of `autograder.student.Student` as checks use, on the reference's own functions."""

    def __init__(self, reference: ModuleType) -> None:
        self._reference = reference
        self.searchable = False
        self.calls: list[Call] = []
        self.evidence: list[Call] = []
        self.asked: Asked = []

    def __getattr__(self, name: str) -> Function:
        if name.startswith("_"):
            raise AttributeError(name)
        return Function(self, name)

    def __getitem__(self, name: str) -> Any:
        return getattr(self._reference, name)

    def begin_check(self) -> None:
        """Start a new list of what is asked."""
        self.asked = []

    def begin_case(self) -> None:
        """Nothing to forget."""

    def call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Note the call and let the reference answer it."""
        call = Call(name, wire.pack([list(args), kwargs]))
        self.calls.append(call)
        self.asked.append((name, call.arguments or b""))
        mine, named = call.unpacked()
        return wire.unpack(wire.pack(getattr(self._reference, name)(*mine, **named)))

    def worth_sending(self) -> Asked:
        """What was asked in this check, if it is more than one call and not too much."""
        return self.asked if len(self.asked) > 1 and sum(len(arguments) for _, arguments in self.asked) <= LARGEST else []
