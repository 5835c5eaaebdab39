"""An endless loop in a call; deserves nothing for that task and what the others earn."""
# deserves: 3
# says: did not return within 1 s
def add(a, b):
    while True:
        pass


def scale(vector, factor):
    return [sum([x] * factor) for x in vector]


answer = 120.0
