"""Grows without end, swallowing MemoryError; deserves nothing, it is stopped by time or memory."""
# deserves: 0
# says: did not return within|processor time|crashed
hoard = []


def add(a, b):
    while True:
        try:
            hoard.append(bytearray(2**20))
        except MemoryError:
            pass
