"""The two steps are exchanged: the first is the number of rows, the second that of columns."""

see = "convolution#a-crystal"

_crystal = crystal


def crystal(motif, steps, copies):
    return _crystal(motif, (steps[1], steps[0]), copies)
