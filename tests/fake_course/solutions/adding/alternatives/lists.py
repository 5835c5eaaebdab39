"""Plain lists and a comprehension, no array until the end."""


def add(a, b):
    if np.ndim(a) == 0:
        return a + b
    return [x + y for x, y in zip(a, b, strict=True)]


def scale(vector, factor):
    return [sum([x] * factor) for x in vector]
