"""The images are averaged where they lie: each has to be moved back by its own shift first."""
see = "cross_correlation#einstein-from-noise"


def aligned_average(images, reference_image):
    return np.mean(images, axis=0)
