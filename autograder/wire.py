"""What crosses between the grader and a student's code: plain data in length-prefixed frames, nothing else.

Values are packed with msgpack; arrays travel as ``.npy`` inside it, never pickled, and their header is looked at before any memory is
taken. Nothing here can run code on the receiving side: there is no pickle, no class name and no hook that the sender chooses. The receiver
bounds every size before it reads.
"""

from __future__ import annotations

import contextlib
import functools
import io
import math
import socket
import struct
import time
from typing import Any, Literal

import msgpack
import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

TUPLE, COMPLEX, ARRAY, SCALAR, BIG_INTEGER = range(5)
LENGTH = struct.Struct(">I")
PAIR = struct.Struct(">dd")
ITEMS = 2_000_000
"""Most elements of one list or dict; larger data belongs in an array."""

DEEPEST = 16
"""Tuples in tuples, at most; each level costs the reader stack."""
LARGEST = 2**28
"""Bytes of one array, at most."""


class NotPlainData(TypeError):
    """A value that is not a number, a string, a list, a tuple, a dict or a numeric array."""


class ProtocolError(Exception):
    """The other side sent something that is not a well-formed message, or more than it may."""


class Closed(ProtocolError):
    """The other side has gone."""


class TimedOut(ProtocolError):
    """The other side did not answer in time."""


def pack(value: Any, depth: int = 0) -> bytes:
    """Plain data as bytes.

    Subclasses of the plain types are reduced to the plain type, arrays of objects are tried as arrays of numbers.

    Raises
    ------
    NotPlainData
        If ``value`` holds anything else, refers to itself or is nested too deeply.
    """
    if depth > DEEPEST:
        raise NotPlainData("a value that cannot be sent: it is nested too deeply")
    try:
        return bytes(msgpack.packb(value, default=lambda item: _encode(item, depth), strict_types=True))
    except (ValueError, RecursionError, OverflowError, UnicodeEncodeError) as error:
        raise NotPlainData(f"a value that cannot be sent: {error}") from None


def unpack(data: bytes, depth: int = 0) -> Any:
    """The plain data in ``data``; arrays come back as fresh writable arrays.

    Raises
    ------
    ProtocolError
        If ``data`` is not exactly one packed value.
    """
    if depth > DEEPEST:
        raise ProtocolError("nested too deeply")
    try:
        return msgpack.unpackb(data, ext_hook=lambda code, body: _decode(code, body, depth), object_pairs_hook=_dict,
                               strict_map_key=False, max_array_len=ITEMS, max_map_len=ITEMS)
    except Exception as error:  # the sender may be hostile: whatever goes wrong while reading is the message's fault
        raise ProtocolError(f"malformed message ({type(error).__name__})") from None


def _encode(value: Any, depth: int) -> Any:
    """What msgpack cannot pack by itself, as something it can."""
    if type(value) is complex:  # first, since lists of them are long
        return msgpack.ExtType(COMPLEX, PAIR.pack(value.real, value.imag))
    if isinstance(value, tuple):
        return msgpack.ExtType(TUPLE, pack(list(value), depth + 1))
    if isinstance(value, np.ndarray):
        return _encode_array(value)
    if isinstance(value, np.generic):
        return _encode_scalar(value)
    if isinstance(value, complex):
        return msgpack.ExtType(COMPLEX, PAIR.pack(value.real, value.imag))
    if isinstance(value, int):
        return _encode_integer(int(value))
    plain: type[Any]
    for plain in (str, float, bytes, list, dict):
        if isinstance(value, plain) and type(value) is not plain:
            return plain(value)
    raise NotPlainData(f"a {type(value).__name__}, which is not plain data (a number, string, list, tuple, dict or array)")


def _encode_integer(value: int) -> Any:
    if -(2**63) <= value < 2**64:
        return value
    if value.bit_length() > 8000:
        raise NotPlainData("a whole number of more than 2000 digits")
    return msgpack.ExtType(BIG_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big", signed=True))


def _encode_scalar(value: np.generic) -> Any:
    if value.dtype.kind in "biufc":
        return msgpack.ExtType(SCALAR, _npy(np.asarray(value)))
    if isinstance(value, np.str_):
        return str(value)
    raise NotPlainData(f"a NumPy {value.dtype.name}, which is not a number")


def _encode_array(value: NDArray[Any]) -> Any:
    if value.nbytes > LARGEST:
        raise NotPlainData(f"an array of {value.nbytes / 2**20:.0f} MiB, far more than an answer needs")
    array = np.ndarray.view(value, np.ndarray) if type(value) is not np.ndarray else value
    if array.dtype.kind == "O":
        with contextlib.suppress(Exception):
            array = np.array(array.tolist())
    if array.dtype.kind == "U":
        return array.tolist()
    if array.dtype.kind not in "biufc":
        raise NotPlainData(f"an array of {array.dtype}, not of numbers")
    return msgpack.ExtType(ARRAY, _npy(array))


def _npy(array: NDArray[Any]) -> bytes:
    wide = {"f": np.float64, "c": np.complex128}.get(array.dtype.kind)
    if wide and array.dtype.itemsize > np.dtype(wide).itemsize:  # extended precision differs between machines
        array = array.astype(wide)
    order: Literal["C", "F"] = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
    return _header_of(array.shape, order, array.dtype) + array.tobytes(order)


@functools.lru_cache(maxsize=500)
def _header_of(shape: tuple[int, ...], order: Literal["C", "F"], dtype: np.dtype[Any]) -> bytes:
    """The ``.npy`` header that `_header` reads."""
    stream = io.BytesIO()
    npy.write_array_header_1_0(stream, {"shape": shape, "fortran_order": order == "F", "descr": npy.dtype_to_descr(dtype)})
    return stream.getvalue()


def _dict(pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
    """A dict; numbers without bound as keys could all have one hash, and make it take forever."""
    plain = [(int(key) if isinstance(key, np.integer) else key, value) for key, value in pairs]
    if not all(key is None or type(key) in (str, bool, float) or (type(key) is int and -(2**63) <= key < 2**64) for key, _ in plain):
        raise ProtocolError("a dict with unusual keys")
    return dict(plain)


def _decode(code: int, data: bytes, depth: int) -> Any:
    if code == TUPLE:
        return tuple(unpack(data, depth + 1))
    if code == COMPLEX:
        return complex(*PAIR.unpack(data))
    if code == ARRAY:
        return _array(data)
    if code == SCALAR:
        return _array(data)[()]
    if code == BIG_INTEGER:
        return int.from_bytes(data, "big", signed=True)
    raise ProtocolError(f"unknown kind {code}")


def _array(data: bytes) -> NDArray[Any]:
    """An array from ``.npy`` bytes; the header must agree with the number of bytes that are really there."""
    if len(data) < 10 or (start := 10 + int.from_bytes(data[8:10], "little")) > min(len(data), 2000):
        raise ProtocolError("array without a header")
    shape, order, dtype = _header(data[:start])
    body = data[start:]
    if math.prod(shape) * dtype.itemsize != len(body):
        raise ProtocolError("array whose header and size disagree")
    return np.frombuffer(body, dtype=dtype).reshape(shape, order=order).copy(order="K")


@functools.lru_cache(maxsize=500)
def _header(data: bytes) -> tuple[tuple[int, ...], Literal["C", "F"], np.dtype[Any]]:
    """Shape, order and dtype from a ``.npy`` header; the same few come again and again."""
    stream = io.BytesIO(data)
    if npy.read_magic(stream) != (1, 0):
        raise ProtocolError("unexpected .npy version")
    shape, fortran_order, dtype = npy.read_array_header_1_0(stream, max_header_size=2000)
    if dtype.kind not in "biufc" or len(shape) > 32 or min(shape, default=0) < 0:
        raise ProtocolError("array of a kind that may not cross")
    return shape, "F" if fortran_order else "C", dtype


def send(channel: socket.socket, message: bytes, *, timeout: float | None = None) -> None:
    """Write one frame.

    Raises
    ------
    Closed, TimedOut
        If the other side has gone, or does not read.
    """
    channel.settimeout(timeout)
    try:
        channel.sendall(LENGTH.pack(len(message)) + message)
    except TimeoutError:
        raise TimedOut("the message was not read in time") from None
    except OSError as error:
        raise Closed(str(error)) from None


def receive(channel: socket.socket, *, limit: int, timeout: float | None = None) -> bytes:
    """Read one frame of at most ``limit`` bytes, in at most ``timeout`` seconds over all.

    Raises
    ------
    Closed
        If the other side has gone.
    TimedOut
        If the whole frame is not here in time.
    ProtocolError
        If the frame announces more than ``limit`` bytes; nothing of it is read.
    """
    deadline = None if timeout is None else time.monotonic() + timeout
    (length,) = LENGTH.unpack(_exactly(channel, LENGTH.size, deadline))
    if length > limit:
        raise ProtocolError(f"a message of {length / 2**20:.0f} MiB, the limit is {limit / 2**20:.0f} MiB")
    return _exactly(channel, length, deadline)


def _exactly(channel: socket.socket, count: int, deadline: float | None) -> bytes:
    buffer = bytearray(count)
    view, filled = memoryview(buffer), 0
    while filled < count:
        remaining = None if deadline is None else deadline - time.monotonic()
        if remaining is not None and remaining <= 0:
            raise TimedOut("no answer in time")
        channel.settimeout(remaining)
        try:
            got = channel.recv_into(view[filled:], min(count - filled, 1 << 20))
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except OSError as error:
            raise Closed(str(error)) from None
        if got == 0:
            raise Closed("the other side has gone")
        filled += got
    return bytes(buffer)
