"""Returns lists a million deep, in a cell and from a call; deserves nothing, and the grader stands."""
# deserves: 0
# says: cannot be sent
def add(a, b):
    deep = 0
    for _ in range(10**6):
        deep = [deep]
    return deep


answer = add(0, 0)
