"""A thread bomb; deserves full marks, it gets a few threads and no more."""
# deserves: 6
import threading
import time

started = 0
try:
    for _ in range(500):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
        started += 1
except (RuntimeError, MemoryError):
    pass
if started > 100:
    raise SystemError(f"BREACH: {started} threads")

def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return sum((np.asarray(vector, dtype=float) for _ in range(factor)), np.zeros(np.shape(vector)))


answer = 120.0
