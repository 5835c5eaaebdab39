"""Vandalises modules, built-ins, seeds and the shell, for the next submission to stumble over; deserves full marks, twice the same."""
# deserves: 6
# runs: 2
import builtins
import os
import random
import sys

if hasattr(np, "letter") or hasattr(builtins, "letter") or "letter" in sys.modules or "letter" in os.environ or "letter" in dir(get_ipython()):
    raise SystemError("BREACH: a letter was left before")
np.letter = builtins.letter = sys.modules["letter"] = get_ipython().letter = 1
os.environ["letter"] = "1"
if (random.random(), np.random.rand()) != (0.8444218515250481, 0.5488135039273248):
    raise SystemError("BREACH: the seeds are not fresh")

def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return sum((np.asarray(vector, dtype=float) for _ in range(factor)), np.zeros(np.shape(vector)))


answer = 120.0
