"""A power of huge whole numbers, which no Python signal handler interrupts; deserves nothing."""
# deserves: 0
# says: did not return within 1 s|processor time
def add(a, b):
    return 3 ** (7 ** 10) % 11
