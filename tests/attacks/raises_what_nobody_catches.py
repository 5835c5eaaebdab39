"""SystemExit, KeyboardInterrupt, GeneratorExit and a BaseException that cannot be printed; deserves nothing."""
# deserves: 1
# says: raised SystemExit
# says: raised KeyboardInterrupt
# says: raised Unprintable
import sys


class Unprintable(BaseException):
    def __str__(self):
        raise self

    __repr__ = __str__


calls = []


def add(a, b):
    calls.append(1)
    if len(calls) == 1:
        sys.exit(0)
    if len(calls) == 2:
        raise KeyboardInterrupt
    raise Unprintable


scale = add
answer = 120.0
raise SystemExit(0)
