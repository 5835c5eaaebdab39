"""Beyond the edge the nearest pixel is repeated: it is 0 there."""
see = "cross_correlation#turn-the-template"


def rotate_template(template, angle):
    template = np.asarray(template, dtype=float)
    middle = np.array(template.shape) // 2
    c, s = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    back = np.array([[c, -s], [s, c]])
    return ndimage.affine_transform(template, back, offset=middle - back @ middle, order=3, mode="nearest")
