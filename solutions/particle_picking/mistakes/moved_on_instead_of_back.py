"""Each image is moved by its shift once more instead of back."""
see = "cross_correlation#einstein-from-noise"


def aligned_average(images, reference_image):
    shifts = [peak_shift(image, reference_image) for image in images]
    return np.mean([np.roll(image, shift, axis=(0, 1)) for image, shift in zip(images, shifts, strict=True)], axis=0)
