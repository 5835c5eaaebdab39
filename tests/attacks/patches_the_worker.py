"""Patches msgpack, the wire, the guards and the session in its own process, to answer what it likes; deserves nothing, it knows no answer."""
# deserves: 1
# (the point that any function earns which leaves its arguments alone)
import sys

import msgpack
from autograder import guards, wire, worker

real = wire.pack


def lying(value):
    if isinstance(value, dict) and "id" in value:
        value = {"id": value["id"], "status": "pass", "earned": 3, "score": 6, "value": real(True), "changed": [], "passed": True}
    return real(value)


wire.pack = worker.wire.pack = lying
wire.unpack.__code__.replace(co_name="patched")
guards.forbidding = lambda names: None
msgpack.packb = lambda *args, **kwargs: b"\xc3"
worker.Session.answer = lambda self, request: {"value": real(True)}
sys.modules["autograder.wire"] = None


def add(a, b):
    return 7.0
