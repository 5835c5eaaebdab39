"""Closes descriptor 3, on which it should answer, and all others; deserves nothing for that."""
# deserves: 1
# says: ended the Python process
import os


def add(a, b):
    os.closerange(0, 64)
    return 3.0


answer = 120.0
