"""Plain Python: loops, lists and the math module; determinants for the weights, every simplex tried in turn, nested lists returned."""

import math
from fractions import Fraction


def _rows(xi):
    rows = [[float(c) for c in row] for row in np.atleast_2d(xi)]
    return rows, np.ndim(xi) == 1


def nearest(points, values, xi):
    rows, single = _rows(xi)
    points = [[float(c) for c in point] for point in points]
    found = []
    for row in rows:
        best = 0
        for i in range(len(points)):
            if math.dist(points[i], row) < math.dist(points[best], row):
                best = i
        found.append(values[best])
    return found[0] if single else found


def inverse_distance(points, values, xi, power):
    rows, single = _rows(xi)
    points = [[float(c) for c in point] for point in points]
    found = []
    for row in rows:
        distances = [math.dist(point, row) for point in points]
        here = [value for d, value in zip(distances, values, strict=True) if d == 0]
        if here:
            found.append(sum(here) / len(here))
        else:
            weights = [1 / d**power for d in distances]
            found.append(sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights))
    return found[0] if single else found


def _determinant(matrix):
    if len(matrix) == 1:
        return matrix[0][0]
    return sum((-1) ** j * matrix[0][j] * _determinant([row[:j] + row[j + 1:] for row in matrix[1:]]) for j in range(len(matrix)))


def _volume(vertices):
    return _determinant([[Fraction(a) - Fraction(b) for a, b in zip(vertex, vertices[0], strict=True)] for vertex in vertices[1:]])


def barycentric(simplex, point):
    simplex, point = [[float(c) for c in vertex] for vertex in simplex], [float(c) for c in point]
    whole = _volume(simplex)
    if whole == 0:
        raise ValueError("the simplex is flat")
    return [float(_volume(simplex[:j] + [point] + simplex[j + 1:]) / whole) for j in range(len(simplex))]


def linear(points, values, xi):
    rows, single = _rows(xi)
    try:
        simplices = Delaunay(points).simplices.tolist()
    except QhullError:
        raise ValueError("no triangulation") from None
    empty = complex(math.nan, math.nan) if any(isinstance(value, complex) for value in values) else math.nan
    found = []
    for row in rows:
        answer = empty
        for corners in simplices:
            weights = barycentric([points[i] for i in corners], row)
            if min(weights) >= -1e-9:
                answer = sum(w * values[i] for w, i in zip(weights, corners, strict=True))
                break
        found.append(answer)
    return found[0] if single else found


def cartesian_between(first, second, fraction):
    first, second = complex(first), complex(second)
    return complex(first.real + fraction * (second.real - first.real), first.imag + fraction * (second.imag - first.imag))


def polar_between(first, second, fraction):
    a, b = math.atan2(complex(first).imag, complex(first).real), math.atan2(complex(second).imag, complex(second).real)
    if b - a > math.pi:
        b -= 2 * math.pi
    if b - a < -math.pi:
        b += 2 * math.pi
    size, phase = abs(first) + fraction * (abs(second) - abs(first)), a + fraction * (b - a)
    return complex(size * math.cos(phase), size * math.sin(phase))
