"""Sends its answer one byte in a tenth of a second: each read succeeds, the whole never ends. Deserves nothing for that."""
# deserves: 1
# says: did not return within 1 s
import os
import time


def add(a, b):
    os.write(3, b"\0\1\0\0")
    while True:
        os.write(3, b"\0")
        time.sleep(0.1)


answer = 120.0
