"""Becomes another program by exec; deserves full marks, exec is refused."""
# deserves: 6
import os

for way in (os.execv, lambda path, words: os.execve(path, words, {})):
    try:
        way("/bin/sh", ["sh", "-c", "echo BREACH"])
    except PermissionError:
        pass

def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return sum((np.asarray(vector, dtype=float) for _ in range(factor)), np.zeros(np.shape(vector)))


answer = 120.0
