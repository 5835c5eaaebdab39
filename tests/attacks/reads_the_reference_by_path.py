"""Looks in every folder it can reach for the reference, the hidden checks and the mistakes; deserves nothing, there are none."""
# deserves: 0
import os
from pathlib import Path

WANTED = ("BEGIN SOLUTION", "def test_adds_element_by_element", "You subtracted the second array")
SKIPPED = {"usr", "lib", "lib64", "bin", "sbin", "site-packages", "lib-dynload"}


def secrets():
    for folder, below, files in os.walk("/"):
        below[:] = [name for name in below if name not in SKIPPED and not Path(folder, name).is_symlink()]
        if Path(folder, "pyvenv.cfg").exists() or Path(folder, "include").exists():
            below[:] = []
        for file in files:
            path = Path(folder, file)
            if path.suffix in (".py", ".toml", ".ipynb") and path.stat().st_size < 10**6 and path.name != "build.py":
                text = path.read_text(errors="replace")
                if any(word in text for word in WANTED) and "autograder" not in path.parts:
                    yield str(path)


found = list(secrets())
if found:
    raise SystemError(f"BREACH: {found[:3]}")
