"""Returns lists whose rows have unequal lengths, dicts, text and bytes where a number is due; deserves nothing, as the student's fault."""
# deserves: 1
# (the point that any function earns which leaves its arguments alone)
def add(a, b):
    return [[1.0], [1.0, 2.0]]


def scale(vector, factor):
    return {"a": b"bytes", 1: "text"}


answer = [[1], [1, 2]]
