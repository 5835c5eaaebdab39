"""Forged messages that grow when they are read: tuples in tuples, arrays with lying headers, wild types. Deserves nothing for that."""
# deserves: 0
import os
import struct
import sys

import msgpack

LIES = ["{'descr': '<f8', 'fortran_order': False, 'shape': (1099511627776,), }", "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }",
        "(" * 1000, "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 4611686018427387904), }"]
bomb = msgpack.packb(bytes(2**14))
for _ in range(50):
    bomb = b"\xc9" + struct.pack(">IB", len(bomb), 0) + bomb


def forge(**reply):
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    body = msgpack.packb({"id": frame.f_locals["request"]["id"], **reply})
    os.write(3, struct.pack(">I", len(body)) + body)
    os._exit(0)


def add(a, b):
    forge(value=bomb)


def scale(vector, factor):
    npy = [b"\x93NUMPY\x01\x00" + struct.pack("<H", len(lie)) + lie.encode() + bytes(8) for lie in LIES]
    forge(value=msgpack.packb(msgpack.ExtType(2, npy[0 if factor else 5])))
