"""Recursion without end, with the limit lifted; deserves what is right."""
# deserves: 1
# says: Segmentation fault|RecursionError|MemoryError|did not return within
import sys

sys.setrecursionlimit(10**9)


def add(a, b):
    return repr(add) and add(a, b)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")


def scale(vector, factor):
    return Deep().x


answer = 120.0
