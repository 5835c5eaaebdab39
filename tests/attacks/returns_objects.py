"""Arrays of objects, classes, generators, lambdas, functions, files and modules instead of numbers; deserves nothing."""
# deserves: 0
# says: is not plain data
class Equal:
    def __eq__(self, other):
        return True

    __hash__ = None


def add(a, b):
    return np.array([Equal()], dtype=object)


def scale(vector, factor):
    return (Equal for _ in vector) if factor else lambda: Equal


answer = Equal
