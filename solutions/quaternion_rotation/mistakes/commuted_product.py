"""The factors are exchanged: this is q p, not p q; quaternions do not commute."""
see = "quaternions#four-numbers-and-a-half-angle"
_multiply = multiply
q_times_p = (0, 0, -1, 0)


def multiply(p, q):
    return _multiply(q, p)
