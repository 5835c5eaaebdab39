"""The encoder returns the variance, exp of its last layer, as its second output; the last layer is the log variance itself."""

_as_log_variance = encode


def encode(parameters, images):
    mean, log_variance = _as_log_variance(parameters, images)
    return mean, np.exp(log_variance)
