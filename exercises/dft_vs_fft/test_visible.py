"""Checks that students may see and run."""

import numpy as np

from autograder.checks import as_array, between, close, leaves_arguments_alone, require, task


@task("dft", points=1)
def test_an_impulse_off_the_origin(student):
    """An impulse at index 1 of four turns by a quarter from frequency to frequency, clockwise."""
    close(student.dft([0, 1, 0, 0]), [1, -1j, -1, 1j])


@task("dft", points=1)
def test_dft_leaves_its_signal_alone(student):
    """dft does not change the array it is given."""
    leaves_arguments_alone(student.dft, np.array([1.0, 2.0, 3.0]))


@task("idft", points=1)
def test_a_lone_zero_frequency(student):
    """Four at frequency 0, nothing else, is the constant signal 1."""
    close(student.idft([4, 0, 0, 0]), [1, 1, 1, 1])


@task("fft", points=1)
def test_fft_of_eight_samples(student):
    """An impulse at the origin of eight samples has a flat transform."""
    close(student.fft([1, 0, 0, 0, 0, 0, 0, 0]), np.ones(8))


@task("fft", points=1)
def test_fft_of_three_samples(student):
    """A constant of length three has its whole transform at frequency 0."""
    close(student.fft([1, 1, 1]), [3, 0, 0])


@task("dft2", points=1)
def test_a_flat_image(student):
    """A constant image of 2 rows and 3 columns has its whole transform at [0, 0]."""
    close(student.dft2([[1, 1, 1], [1, 1, 1]]), [[6, 0, 0], [0, 0, 0]])


@task("error_floor", points=1)
def test_errors_are_logarithms(student):
    """Both errors are negative numbers, because they are logarithms of small ones."""
    between(student["dft_log10_error"], -100, 0)
    between(student["fft_log10_error"], -100, 0)


@task("fit_power_law", points=1)
def test_a_straight_line(student):
    """Times that grow in proportion to the size have the exponent 1."""
    close(student.fit_power_law([1, 10, 100], [0.5, 5, 50]), (1, 0.5))


@task("speed_up", points=1)
def test_speed_ups_are_numbers(student):
    """The exponent and both speed-ups are positive numbers."""
    for name in ("dft_exponent", "predicted_speed_up", "measured_speed_up"):
        between(student[name], 0, 1e9)


@task("continuous_transform", points=1)
def test_an_impulse_at_the_origin(student):
    """An impulse at the middle of three samples, 2 Å apart, transforms to the constant 2."""
    got = student.continuous_transform([0, 1, 0], 2.0)
    require(isinstance(got, (list, tuple)) and len(got) == 2, "does not return a pair", got=got,
            help="End with `return frequencies, values`.")
    close(got[0], [-1 / 6, 0, 1 / 6], unit="1/Å")
    close(got[1], [2, 2, 2])


@task("analytic_error", points=1)
def test_finer_sampling_is_better(student):
    """The error at the finer spacing is the smaller one."""
    coarse, fine = as_array(student["log10_error_coarse"], shape=()), as_array(student["log10_error_fine"], shape=())
    between(fine - coarse, -100, 0)


@task("predict_fft_seconds", points=1)
def test_from_four_numbers_to_eight(student):
    """From 4 numbers to 8 the time grows threefold: 8·3 steps over 4·2."""
    close(student.predict_fft_seconds(1.0, (4,), (2, 2, 2)), 3.0, unit="s")


@task("file_sizes", points=1)
def test_sizes_are_numbers(student):
    """Both sizes are positive numbers."""
    between(student["micrograph_bytes"], 1, 1e12, unit="bytes")
    between(student["half_transform_bytes"], 1, 1e12, unit="bytes")


@task("measured_ratios", points=1)
def test_ratios_are_positive(student):
    """All three ratios are positive numbers."""
    for name in ("volume_over_image", "read_over_image", "rotate_over_image"):
        between(student[name], 0, 1e6)


@task("nudft", points=1)
def test_a_quarter_turn(student):
    """A sample of 3 at 0.25 Å turns by a quarter from one frequency to the next, 1/Å apart."""
    close(student.nudft([0.25], [3.0], [0.0, 1.0, 2.0]), [3, -3j, -3])
