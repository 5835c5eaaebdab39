"""A student in this process, without sandbox or wire: what a bare run of the same checks costs, and all that plain notebook cells need."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from autograder.failures import NotAttempted


class InProcess:
    """As much of `autograder.student.Student` as checks use, on a namespace of the same process."""

    searchable = False

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self.namespace = namespace
        self.calls: list[Any] = []
        self.evidence: list[Any] = []

    def begin_case(self) -> None:
        self.calls = []

    def __getattr__(self, name: str) -> Function:
        return Function(self, name)

    def __getitem__(self, name: str) -> Any:
        if self.namespace.get(name) is None:
            raise NotAttempted(name)
        return self.namespace[name]


class Function:
    """One of the student's functions, called with copies of its arguments."""

    def __init__(self, student: InProcess, name: str) -> None:
        self.student = student
        self.name = name

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        mine = copy.deepcopy(args)
        got = self.student.namespace[self.name](*mine, **kwargs)
        self.student.calls.append(InProcessCall(args, mine))
        return got


class InProcessCall:
    """One call; whether it changed its arguments is worked out only when a check asks."""

    def __init__(self, before: tuple[Any, ...], after: tuple[Any, ...]) -> None:
        self.before = before
        self.after = after

    @property
    def changed(self) -> tuple[int, ...]:
        """Positions of the arguments that are no longer what was sent."""
        return tuple(index for index, (old, new) in enumerate(zip(self.before, self.after, strict=True)) if repr(old) != repr(new))
