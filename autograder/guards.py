"""Forbidden shortcuts: functions that raise a named error while a student's function that should do the work itself is running.

What counts is what the code does, not what its text says: every reference to a guarded function in any loaded module is replaced before
the student's first cell runs, or when the module is imported, so ``from numpy.fft import fft as f`` is caught like ``np.fft.fft``. Outside
such a call, in a plot or a
test of the student's own, the functions work as always. Runs on the untrusted side; it keeps honest people honest and is not a wall.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

_active: set[str] = set()
_installed: set[str] = set()
_waiting: dict[str, list[str]] = {}
"""For a module that is not imported yet, what to guard in it."""


class ForbiddenShortcut(Exception):
    """The task asks for this to be written by hand."""


@contextlib.contextmanager
def forbidding(names: Iterable[str]) -> Iterator[None]:
    """Make the guards of ``names`` raise inside the ``with`` block."""
    _active.update(names)
    try:
        yield
    finally:
        _active.clear()


def install(names: Iterable[str]) -> None:
    """Put guards on every function and class that ``names`` stand for: a module's public ones, or a single dotted one.

    Those of a module that is not imported yet are put there when it is.

    Raises
    ------
    ImportError
        If there is no module of that name, or that the name could be in.
    AttributeError
        If the module is imported already and does not have it.
    """
    if _Latecomers not in sys.meta_path:
        sys.meta_path.insert(0, _Latecomers)
    for name in names:
        if name not in _installed:
            _installed.add(name)
            module = _module_of(name)
            if module in sys.modules:
                _guard_all(name)
            else:
                _waiting.setdefault(module, []).append(name)


def missing(names: Iterable[str]) -> list[str]:
    """Those of ``names`` that are neither a module nor something in one; imports what it needs to know."""
    return [name for name in names if not _exists(name)]


def _exists(name: str) -> bool:
    try:
        return any(True for _ in _targets(name))
    except (ImportError, AttributeError, ValueError):
        return False


def _module_of(name: str) -> str:
    """The module that ``name`` is, or that it is in, found without importing it."""
    module, path = "", None
    for part in name.split("."):
        inner = f"{module}.{part}".lstrip(".")
        spec = PathFinder.find_spec(inner, path)
        if spec is None:
            break
        module, path = inner, spec.submodule_search_locations
    if name.rpartition(".")[0] not in (module, module.rpartition(".")[0]):
        raise ImportError(f"there is no module that {name} could be in")
    return module


class _Latecomers:
    """An import hook that puts the guards of a module in place as soon as it is imported."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where the module is, for one that guards are waiting for; None for any other."""
        spec = PathFinder.find_spec(name, path) if name in _waiting else None
        if spec is None or spec.loader is None:
            return None
        run = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            run(module)
            for waiting in _waiting.pop(name, ()):
                with contextlib.suppress(AttributeError):  # `cryo build` refuses a name that does not exist
                    _guard_all(waiting)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]  # of this one loader
        return spec


def _guard_all(name: str) -> None:
    for dotted, target in list(_targets(name)):
        _guard(name, dotted, target)


def _targets(name: str) -> Iterator[tuple[str, Any]]:
    try:
        found: Any = importlib.import_module(name)
    except ImportError:
        parent, _, attribute = name.rpartition(".")
        found = getattr(importlib.import_module(parent), attribute)
    if not isinstance(found, ModuleType):
        yield name, found
        return
    for attribute in getattr(found, "__all__", None) or [public for public in vars(found) if not public.startswith("_")]:
        value = getattr(found, attribute, None)
        if callable(value) and not (inspect.isclass(value) and issubclass(value, BaseException)):
            yield f"{name}.{attribute}", value


def _guard(group: str, dotted: str, target: Any) -> None:
    if inspect.isclass(target):
        _guard_class(group, dotted, target)
        return
    replacement = _checked(group, dotted, target)
    for module in list(sys.modules.values()):
        names = getattr(module, "__dict__", {})
        for attribute, value in list(names.items()):
            if value is target:
                names[attribute] = replacement


def _guard_class(group: str, dotted: str, target: type) -> None:
    """Making an instance, and every public way in that needs none, raises."""
    for name, member in list(vars(target).items()):
        made: Any = None
        if name == "__init__":
            made = _checked(group, dotted, member)
        elif isinstance(member, (classmethod, staticmethod)) and not name.startswith("_"):
            made = type(member)(_checked(group, f"{dotted}.{name}", member.__func__))
        if made is not None:
            with contextlib.suppress(TypeError):  # a built-in class cannot be changed
                setattr(target, name, made)


def _checked(group: str, dotted: str, original: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(original, updated=())
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if group in _active:
            raise ForbiddenShortcut(dotted)
        return original(*args, **kwargs)

    del guarded.__wrapped__
    return guarded
