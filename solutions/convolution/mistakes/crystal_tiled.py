"""The copies are put edge to edge: the step of the lattice need not be the size of the motif."""

see = "convolution#a-crystal"

def crystal(motif, steps, copies):
    return np.tile(np.asarray(motif), copies)
