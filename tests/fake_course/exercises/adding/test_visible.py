"""Visible checks of the exercise that the engine's own tests use."""

from autograder.checks import as_array, close, require, task


@task("add", points=1)
def test_adds_two_vectors(student):
    """(1, 2) and (3, 5) are (4, 7)."""
    close(student.add([1.0, 2.0], [3.0, 5.0]), [4.0, 7.0])


@task("scale", points=1)
def test_three_times_a_vector(student):
    """Three times (1, −2) is (3, −6)."""
    close(student.scale([1.0, -2.0], 3), [3.0, -6.0])


@task("answer", points=1)
def test_answer_is_a_number(student):
    """The answer is one number that is not negative."""
    require(float(as_array(student["answer"], shape=())) >= 0.0, "is negative")
