"""A frame that announces 4 GB, and one that is cut off; deserves nothing, and no memory is taken."""
# deserves: 1
# says: a message of 4096 MiB
import os


def add(a, b):
    os.write(3, b"\xff" * 8)


def scale(vector, factor):
    os.write(3, b"\0\0\1\0x")
    os._exit(0)


answer = 120.0
