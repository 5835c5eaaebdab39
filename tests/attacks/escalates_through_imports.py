"""Plants modules where the warm interpreter will import from, then makes it import; deserves full marks, nothing can be planted."""
# deserves: 6
# runs: 2
import os
import sys

for folder in ["/engine", "/engine/autograder", "/", *sys.path]:
    for name in ("matplotlib", "sitecustomize", "mrcfile_"):
        try:
            with open(os.path.join(folder or ".", f"{name}.py"), "w") as file:
                file.write("raise SystemError('BREACH: planted')")
        except OSError:
            continue
        if folder not in ("", ".", os.getcwd(), "/student") and not folder.startswith("/student/"):
            raise SystemError(f"BREACH: planted in {folder}")
import matplotlib.pyplot

def add(a, b):
    return np.asarray(a) + np.asarray(b)


def scale(vector, factor):
    return sum((np.asarray(vector, dtype=float) for _ in range(factor)), np.zeros(np.shape(vector)))


answer = 120.0
