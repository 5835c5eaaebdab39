"""The encoder's hidden layer gets only the mean's share of the gradient; it feeds the log variance too, and both shares add up."""


def gradients(parameters, images, noise, sigma):
    p, count, nonlinear = parameters, len(images), "W_in" in parameters
    h = np.tanh(images @ p["W_in"] + p["b_in"]) if nonlinear else images
    m, v = h @ p["W_mean"] + p["b_mean"], h @ p["W_log_variance"] + p["b_log_variance"]
    s = np.exp(v / 2)
    z = m + s * noise
    g = np.tanh(z @ p["W_latent"] + p["b_latent"]) if nonlinear else z
    d_image = (images - g @ p["W_out"] - p["b_out"]) / (sigma**2 * count)
    d_z = d_image @ p["W_out"].T
    slope = {"W_out": g.T @ d_image, "b_out": d_image.sum(axis=0)}
    if nonlinear:
        d_g = d_z * (1 - g**2)
        slope |= {"W_latent": z.T @ d_g, "b_latent": d_g.sum(axis=0)}
        d_z = d_g @ p["W_latent"].T
    d_m = d_z - m / count
    d_v = d_z * noise * s / 2 - (s**2 - 1) / (2 * count)
    slope |= {"W_mean": h.T @ d_m, "b_mean": d_m.sum(axis=0), "W_log_variance": h.T @ d_v, "b_log_variance": d_v.sum(axis=0)}
    if nonlinear:
        d_h = d_m @ p["W_mean"].T * (1 - h**2)
        slope |= {"W_in": images.T @ d_h, "b_in": d_h.sum(axis=0)}
    return slope
