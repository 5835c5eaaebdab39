"""Asks for 1 GB in one piece, in a call; deserves nothing, it is told MemoryError."""
# deserves: 0
# says: raised MemoryError
def add(a, b):
    return bytearray(2**30)
