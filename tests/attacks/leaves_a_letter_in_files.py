"""Leaves a letter for the next submission in every folder, and reads one left before; deserves full marks both times, none arrives."""
# deserves: 6
# runs: 2
import ctypes
import os

for folder, below, files in os.walk("/"):
    if folder.count("/") > 5 or folder.startswith("/usr"):
        below[:] = []
    if "letter" in files or "sem.letter" in files:
        raise SystemError(f"BREACH: {folder}/letter was left before")
    try:
        open(f"{folder}/letter", "w").write("answer = 120.0")
    except OSError:
        pass
if not ctypes.CDLL(None).sem_open(b"/letter", os.O_CREAT | os.O_EXCL, 0o666, 1):
    raise SystemError("BREACH: a semaphore was left before")

def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return sum((np.asarray(vector, dtype=float) for _ in range(factor)), np.zeros(np.shape(vector)))


answer = 120.0
