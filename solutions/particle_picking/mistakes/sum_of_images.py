"""The images are added up but not divided by their number."""
see = "cross_correlation#einstein-from-noise"
_average = aligned_average


def aligned_average(images, reference_image):
    return len(images) * _average(images, reference_image)
