"""The dot product of the vector parts is added in the scalar part; i² = j² = k² = −1 makes it a difference."""
see = "quaternions#four-numbers-and-a-half-angle"
_multiply = multiply


def multiply(p, q):
    return _multiply(p, q) + [2 * np.dot(p[1:], q[1:]), 0, 0, 0]
