"""A forged message of a megabyte that is 16 000 arrays, and a dict whose keys all collide; deserves nothing, and soon."""
# deserves: 0
# within: 15
import os
import struct
import sys

import msgpack

HEADER = b"{'descr': '<f8', 'fortran_order': False, 'shape': (), }"
SCALAR = msgpack.packb(msgpack.ExtType(3, b"\x93NUMPY\x01\x00" + struct.pack("<H", len(HEADER)) + HEADER + bytes(8)))
ARRAYS = b"\xdd" + struct.pack(">I", 13_000) + SCALAR * 13_000
KEYS = [msgpack.packb(msgpack.ExtType(4, (number * (2**61 - 1)).to_bytes(11, "big"))) + b"\0" for number in range(1, 70_001)]
DICT = b"\xdf" + struct.pack(">I", 70_000) + b"".join(KEYS)


def forge(**reply):
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    body = msgpack.packb({"id": frame.f_locals["request"]["id"], **reply})
    os.write(3, struct.pack(">I", len(body)) + body)
    os._exit(0)


def add(a, b):
    forge(value=ARRAYS)


def scale(vector, factor):
    forge(value=DICT)
