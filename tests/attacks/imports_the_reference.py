"""Imports the reference and the checks from wherever Python would find them; deserves nothing."""
# deserves: 0
import importlib
import sys
from pathlib import Path

for folder in [*sys.path, "/exercises", "/exercises/adding", "/engine", "SOLUTIONS", "SOLUTIONS/adding"]:
    sys.path.insert(0, folder)
    for name in ("test_adding", "adding", "solutions", "solutions.adding.adding", "subtracts"):
        try:
            module = importlib.import_module(name)
        except Exception:
            continue
        if hasattr(module, "add") or hasattr(module, "test_adds_two_numbers"):
            raise SystemError(f"BREACH: {module}")
