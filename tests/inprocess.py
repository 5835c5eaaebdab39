"""A student in this process, without sandbox or wire: what a bare run of the same checks costs, and all that plain notebook cells need."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from types import SimpleNamespace
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
        mine, named = copy.deepcopy(args), copy.deepcopy(kwargs)
        got = self.student.namespace[self.name](*mine, **named)
        changed = tuple(index for index, (old, new) in enumerate(zip(args, mine, strict=True)) if repr(old) != repr(new))
        self.student.calls.append(SimpleNamespace(function=self.name, got=got, changed=changed))
        return got
