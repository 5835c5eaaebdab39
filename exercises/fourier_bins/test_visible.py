"""Checks that students may see and run."""

import numpy as np

from autograder.checks import between, close, equal, leaves_arguments_alone, require, task


@task("spatial_frequencies", points=1)
def test_four_pixels(student):
    """Four pixels of 2 Å: the axis begins at minus Nyquist, −1/4 1/Å, and goes up in steps of 1/8 1/Å."""
    close(student.spatial_frequencies(4, 2.0), [-0.25, -0.125, 0, 0.125], unit="1/Å")


@task("spatial_frequencies", points=1)
def test_three_pixels(student):
    """Three pixels of 1 Å: one period in 3 Å, to either side of 0."""
    close(student.spatial_frequencies(3, 1.0), [-1 / 3, 0, 1 / 3], unit="1/Å")


@task("bin_lengths", points=1)
def test_a_bin_of_an_even_box(student):
    """Bin 1 of ten pixels of 2 Å holds lengths from 20 to 10 Å."""
    close(student.bin_lengths(10, 2.0, 1), (20, 10), unit="Å")


@task("bin_lengths", points=1)
def test_the_last_bin_of_an_odd_box(student):
    """Bin 2 of five pixels of 2 Å begins at 5 Å and is cut off at two pixels, 4 Å."""
    close(student.bin_lengths(5, 2.0, 2), (5, 4), unit="Å")


@task("count_bins", points=1)
def test_two_bins(student):
    """In sixteen pixels of 1 Å bins 2 and 3 begin between 8 and 4 Å."""
    equal(student.count_bins(16, 1.0, 8.0, 4.0), 2)


@task("count_bins", points=1)
def test_all_eight_bins(student):
    """Sixteen pixels have eight bins."""
    equal(student.count_bins(16, 1.0, np.inf, 2.0), 8)


@task("box_and_bins", points=1)
def test_there_is_an_id(student):
    """student_id is a text in quotes that is not empty."""
    got = student["student_id"]
    require(isinstance(got, str) and bool(got.strip(" .")), "is not a text", got=got, help='student_id = "ana": your id in the list.')


@task("box_and_bins", points=1)
def test_counts_are_whole_numbers(student):
    """Each number of bins is a whole number."""
    for name in ("coarse_bins", "fine_bins", "own_coarse_bins", "own_fine_bins"):
        got = student[name]
        between(got, 0, 1000)
        require(float(got) == round(float(got)), f"{name} is not a whole number", got=got)


@task("box_and_bins", points=1)
def test_longer_lengths_come_first(student):
    """Each bin's longer length comes first."""
    for name in ("first_bin", "second_bin", "last_bin", "own_second_bin", "own_last_bin"):
        got = student[name]
        require(isinstance(got, (list, tuple, np.ndarray)) and len(got) == 2, f"{name} is not a pair", got=got)
        require(got[0] > got[1] > 0, f"{name} has the shorter length first", got=got)


@task("linearity_error", points=1)
def test_a_quarter_off(student):
    """From [1, 0] and [0, 1] with weights 2 and 3 a linear step makes [2, 3]; [2, 4] is off by a quarter of the largest output."""
    close(student.linearity_error([1, 0], [0, 1], [2, 3], 2, 3), 0)
    close(student.linearity_error([1, 0], [0, 1], [2, 4], 2, 3), 0.25)


@task("linear_steps", points=1)
def test_names_of_steps(student):
    """linear_steps is a list of names in quotes."""
    got = student["linear_steps"]
    require(isinstance(got, (list, tuple)) and all(isinstance(name, str) for name in got), "is not a list of names", got=got)


@task("scale_transform", points=1)
def test_half_as_wide(student):
    """A function half as wide has a transform twice as wide and half as high."""
    got = student.scale_transform([-1.0, 0.0, 1.0], [0.0, 4.0, 0.0], 2.0)
    require(isinstance(got, (list, tuple, np.ndarray)) and len(got) == 2, "does not return a pair", got=got,
            help="End with `return frequencies, values`.")
    close(got[0], [-2, 0, 2], unit="1/Å")
    close(got[1], [0, 2, 0])


@task("shift", points=1)
def test_two_pixels_on(student):
    """A shift by 4 Å at 2 Å for each pixel moves an impulse two places on."""
    close(student.shift([0, 1, 0, 0, 0], 2.0, 4.0), [0, 0, 0, 1, 0])


@task("shift", points=1)
def test_half_a_pixel(student):
    """A cosine of four samples moved by half a pixel is the cosine an eighth of a period later."""
    close(student.shift([1, 0, -1, 0], 1.0, 0.5), np.sqrt(0.5) * np.array([1, 1, -1, -1]))


@task("convolve_by_fft", points=1)
def test_impulse_at_one(student):
    """Convolution with an impulse at index 1 moves [1, 2, 3] one place on, round the box."""
    close(student.convolve_by_fft([0, 1, 0], [1, 2, 3]), [3, 1, 2])


@task("convolve_by_fft", points=1)
def test_convolve_leaves_its_signals_alone(student):
    """convolve_by_fft does not change the arrays it is given."""
    leaves_arguments_alone(student.convolve_by_fft, np.array([1.0, 2.0]), np.array([3.0, 4.0]))
