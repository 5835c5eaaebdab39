"""What may cross, what may not, and that a hostile sender gets nothing but a ProtocolError."""

from __future__ import annotations

import contextlib
import io
import pickle
import socket
import threading
import time

import msgpack
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder import wire

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.complex_numbers(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
DTYPES = (hnp.boolean_dtypes() | hnp.integer_dtypes(endianness="?") | hnp.floating_dtypes(endianness="?", sizes=(16, 32, 64))
          | hnp.complex_number_dtypes(endianness="?", sizes=(64, 128)))
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0))


def crossed(value):
    return wire.unpack(wire.pack(value))


@given(PLAIN)
def test_plain_data_arrives_as_it_was_sent(value):
    """Numbers, words, lists, tuples and dicts come back equal and of the same type."""
    assert crossed(value) == value
    assert type(crossed(value)) is type(value)


@given(ARRAYS)
@settings(deadline=None)
def test_arrays_arrive_as_they_were_sent(array):
    """Every numeric dtype, shape and byte order comes back with the same bytes."""
    back = crossed(array)
    assert back.dtype == array.dtype and back.shape == array.shape
    assert back.tobytes() == array.tobytes()


def test_fortran_order_and_views_survive():
    """A transposed or strided view arrives with its own values."""
    array = np.arange(24.0).reshape(4, 6)
    for view in (array.T, array[::2, ::-3], np.asfortranarray(array)):
        assert np.array_equal(crossed(view), view)


def test_arrived_arrays_are_writable_copies():
    """Two unpackings share no memory and may be written to."""
    data = wire.pack(np.zeros(3))
    first, second = wire.unpack(data), wire.unpack(data)
    first[0] = 1
    assert second[0] == 0


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -0.0, np.float32("nan"), complex("nan+1j")])
def test_special_floats_keep_their_bits(value):
    """NaN, infinities and −0 are not changed on the way."""
    assert np.asarray(crossed(value)).tobytes() == np.asarray(value).tobytes()


@pytest.mark.parametrize("value", [np.int64(3), np.float32(0.5), np.bool_(True), np.complex64(1j)])
def test_numpy_scalars_keep_their_type(value):
    """A NumPy scalar is a NumPy scalar on the other side."""
    assert crossed(value) == value and type(crossed(value)) is type(value)


def test_subclasses_arrive_as_their_base():
    """A student's own list, float, string, dict, integer or array class arrives without its behaviour."""
    class Lie:
        def __eq__(self, other):
            return True
        __hash__ = None

    made = [type("X", (Lie, base), {})(content) for base, content in ((list, [1]), (float, 2.5), (str, "a"), (dict, {"k": 1}), (int, 7))]
    for value, base in zip(made, (list, float, str, dict, int), strict=True):
        assert type(crossed(value)) is base
    array = np.zeros(2).view(type("A", (np.ndarray,), {"__eq__": lambda self, other: True, "__hash__": None}))
    assert type(crossed(array)) is np.ndarray


def test_array_of_objects_that_are_numbers_becomes_numbers():
    """dtype=object with plain numbers in it is an honest slip."""
    assert crossed(np.array([1, 2.5], dtype=object)).tolist() == [1, 2.5]


class Loop(list):
    pass


def recursive():
    value = []
    value.append(value)
    return value


def nested():
    value = []
    for _ in range(100_000):
        value = [value]
    return value


@pytest.mark.parametrize("value", [object(), len, lambda: 0, (x for x in ()), {1, 2}, type, np.array([object()]), np.array(["2020"], "M8[D]"),
                                   10**3000, recursive(), nested(), "\ud800", np.array([{}]), np.dtype(float)],
                         ids=lambda value: type(value).__name__)
def test_anything_else_is_refused(value):
    """Objects, functions, generators, sets, dates, endless and very deep structures are not plain data."""
    with pytest.raises(wire.NotPlainData):
        wire.pack(value)


def test_an_array_that_is_too_large_is_refused_before_it_is_copied():
    """A broadcast array of a terabyte is refused without taking memory."""
    with pytest.raises(wire.NotPlainData, match="MiB"):
        wire.pack(np.broadcast_to(np.zeros(1), (2**20, 2**17)))


def npy(header: str, body: bytes = b"") -> bytes:
    text = header.encode() + b"\n"
    return msgpack.packb(msgpack.ExtType(wire.ARRAY, b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + body))


def pickled_array() -> bytes:
    stream = io.BytesIO()
    np.save(stream, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    return msgpack.packb(msgpack.ExtType(wire.ARRAY, stream.getvalue()))


@pytest.mark.parametrize("data", [
    b"", b"\xc1", b"\x91", b"\x01\x02", b"\xdd\xff\xff\xff\xff", b"\xc6\xff\xff\xff\xff", b"\x91" * 5000 + b"\x00",
    pickle.dumps([1]), pickled_array(),
    npy("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,)}"),
    npy("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}"),
    npy("{'descr': '|O', 'fortran_order': False, 'shape': (1,)}", b"12345678"),
    npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}", b"12345678"),
    npy("{'descr': '<f8', 'fortran_order': False, 'shape': " + "(" * 500 + ")" * 500 + "}"),
    npy("__import__('os').system('false')"),
    msgpack.packb(msgpack.ExtType(99, b"")), msgpack.packb(msgpack.ExtType(wire.TUPLE, b"\x07")),
    msgpack.packb(msgpack.ExtType(wire.COMPLEX, b"123")),
])
def test_malformed_messages_are_protocol_errors(data):
    """Truncated, oversized, nested, pickled and lying messages are refused and nothing else happens."""
    with pytest.raises(wire.ProtocolError):
        wire.unpack(data)


@given(st.binary(max_size=300))
def test_random_bytes_never_do_anything_else(data):
    """Whatever arrives is plain data or a ProtocolError."""
    with contextlib.suppress(wire.ProtocolError, wire.NotPlainData):
        wire.pack(wire.unpack(data))


@pytest.fixture
def ends():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_a_frame_arrives_whole(ends):
    """A message larger than any buffer comes in one piece."""
    message = bytes(range(256)) * 20_000
    threading.Thread(target=wire.send, args=(ends[0], message)).start()
    assert wire.receive(ends[1], limit=len(message), timeout=10) == message


def test_a_frame_that_announces_too_much_is_not_read(ends):
    """Four bytes that promise 4 GiB cost nothing."""
    ends[0].sendall(b"\xff\xff\xff\xff" + b"x" * 100)
    with pytest.raises(wire.ProtocolError, match="4096 MiB"):
        wire.receive(ends[1], limit=1000, timeout=1)


def test_silence_and_dribble_time_out(ends):
    """The time limit is for the whole frame, not for each byte."""
    stop = threading.Event()

    def dribble():
        ends[0].sendall(wire.LENGTH.pack(1000))
        while not stop.wait(0.02):
            ends[0].sendall(b"x")

    thread = threading.Thread(target=dribble)
    thread.start()
    begun = time.monotonic()
    try:
        with pytest.raises(wire.TimedOut):
            wire.receive(ends[1], limit=1000, timeout=0.3)
        assert time.monotonic() - begun < 5
    finally:
        stop.set()
        thread.join()


def test_a_closed_end_is_told_as_closed(ends):
    """An end that closes in the middle of a frame is Closed, not TimedOut."""
    ends[0].sendall(wire.LENGTH.pack(10) + b"abc")
    ends[0].close()
    with pytest.raises(wire.Closed):
        wire.receive(ends[1], limit=100, timeout=1)


def test_a_reader_that_does_not_read_times_out(ends):
    """Sending to someone who never reads ends."""
    with pytest.raises(wire.TimedOut):
        wire.send(ends[0], b"x" * 10_000_000, timeout=0.2)
