"""Writes answers of its own on the channel: before being asked, with a wrong number, to all questions at once. Deserves nothing."""
# deserves: 1
# (the point that any function earns which leaves its arguments alone)
# says: answers no request
import os
import struct

import msgpack


def forged(number, value):
    body = msgpack.packb({"id": number, "value": msgpack.packb(value), "changed": []})
    return struct.pack(">I", len(body)) + body


def add(a, b):
    os.write(3, b"".join(forged(number, 3.0) for number in range(200, 300)))
    return 3.0


for number in range(300, 600):
    os.write(3, forged(number, {"score": 6, "earned": 6, "outcome": "graded"}))
answer = 120.0
