"""An endless loop in a cell, all signals ignored; deserves what the other cells earn."""
# deserves: 6
# says: did not finish within
import signal

for number in range(1, 32):
    try:
        signal.signal(number, signal.SIG_IGN)
    except OSError:
        pass
while True:
    pass

def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return sum((np.asarray(vector, dtype=float) for _ in range(factor)), np.zeros(np.shape(vector)))


answer = 120.0
