"""Returns tuples 350 deep, each a message in a message; deserves nothing, and the grader must not crash in its C stack."""
# deserves: 0
import sys

sys.setrecursionlimit(100_000)


def add(a, b):
    deep = 0
    for _ in range(350):
        deep = (deep,)
    return deep


def scale(vector, factor):
    deep = 0
    for level in range(2000):
        deep = (deep,) if level % 400 == 0 else [deep]
    return deep


answer = add(0, 0)
