"""The factors are exchanged: this is q p, not p q; quaternions do not commute."""
see = "quaternions#four-numbers-and-a-half-angle"
_multiply = multiply


def multiply(p, q):
    return _multiply(q, p)
