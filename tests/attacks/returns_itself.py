"""A list that holds itself, and a dict that does; deserves nothing."""
# deserves: 0
# says: cannot be sent
answer = []
answer.append(answer)


def add(a, b):
    loop = {}
    loop["again"] = loop
    return loop
