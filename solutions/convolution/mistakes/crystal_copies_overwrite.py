"""A copy replaces what the one before it left there: densities that overlap add up."""

see = "convolution#a-crystal"

def crystal(motif, steps, copies):
    motif = np.asarray(motif, dtype=float)
    result = np.zeros([(count - 1) * step + n for count, step, n in zip(copies, steps, motif.shape, strict=True)])
    for i, j in np.ndindex(*copies):
        result[i * steps[0] : i * steps[0] + motif.shape[0], j * steps[1] : j * steps[1] + motif.shape[1]] = motif
    return result
