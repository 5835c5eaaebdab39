"""A forged error whose text is as long as a message may be; deserves nothing, and the report must stay short."""
# deserves: 0
import os
import struct
import sys

import msgpack


def add(a, b):
    frame = sys._getframe()
    while "request" not in frame.f_locals:
        frame = frame.f_back
    error = {"kind": "K" * 10_000, "message": "m" * 900_000, "traceback": "t" * 10_000, "where": "", "lineage": ["l"] * 1000}
    body = msgpack.packb({"id": frame.f_locals["request"]["id"], "error": error})
    os.write(3, struct.pack(">I", len(body)) + body)
    os._exit(0)
