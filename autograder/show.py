"""How a value is written in a message: short, exact enough, and never longer than a few lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST = 300
"""Characters after which a value is cut."""


def show(value: Any) -> str:
    """Write a plain value the way a student would type it.

    Arrays print as nested lists up to a dozen elements, beyond that as their shape and kind; numbers with six significant digits.

    Examples
    --------
    >>> show(np.array([1.0, 0.5]))
    '[1, 0.5]'
    >>> show(np.zeros((64, 64)))
    'array of shape (64, 64), float64'
    """
    text = _show(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _show(value: Any, depth: int = 0) -> str:
    if depth > 6:
        return "…"
    if isinstance(value, np.ndarray):
        if value.size > 12:
            return f"array of shape {value.shape}, {value.dtype}"
        return _show(_without_noise(value).tolist())
    if isinstance(value, (bool, np.bool_)):
        return str(bool(value))
    if isinstance(value, (int, np.integer)):
        return str(int(value)) if abs(int(value)) < 10**20 else "a whole number of more than 20 digits"
    if isinstance(value, (float, np.floating)):
        return _number(float(value))
    if isinstance(value, (complex, np.complexfloating)):
        sign = "-" if value.imag < 0 else "+"
        return f"{_number(float(value.real))}{sign}{_number(abs(float(value.imag)))}j"
    if isinstance(value, list):
        return _several("[", value, "]", depth)
    if isinstance(value, tuple):
        return _several("(", value, ",)" if len(value) == 1 else ")", depth)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key!r}: {_show(item, depth + 1)}" for key, item in list(value.items())[:12]) + "}"
    return repr(value)[:LONGEST]


def _without_noise(value: NDArray[Any]) -> NDArray[Any]:
    """Elements that are rounding errors beside the others as zero."""
    if value.dtype.kind != "f" or not np.isfinite(value).all():
        return value
    return np.where(np.abs(value) < 1e-12 * np.max(np.abs(value), initial=0.0), 0.0, value)


def _several(opening: str, values: Any, closing: str, depth: int) -> str:
    shown = [_show(value, depth + 1) for value in values[:12]]
    if len(values) > 12:
        shown.append(f"… {len(values)} in all")
    return opening + ", ".join(shown) + closing


def _number(value: float) -> str:
    return f"{value:.6g}".replace("nan", "NaN")
