"""Checks that students have: one small fact a task. The hidden checks ask for more."""

import numpy as np

from autograder.checks import as_array, between, close, require, task


@task("electron_wavelength", points=1)
def test_300_kv(student):
    """At 300 kV the wavelength is 0.019687 Å."""
    close(student.electron_wavelength(300), 0.019687, rtol=1e-3, atol=0, unit="Å")


@task("interaction_constant", points=1)
def test_300_kv_interaction(student):
    """At 300 kV the interaction constant is 6.526e-4 rad/(V Å)."""
    close(student.interaction_constant(300), 6.526e-4, rtol=1e-3, atol=0, unit="rad/(V Å)")


@task("recoil", points=1)
def test_straight_on(student):
    """An electron that goes straight on leaves no energy; one thrown back by carbon at 300 kV leaves some tens of eV."""
    close(student.recoil_energy_ev(300, 0.0, 12), 0)
    between(student.recoil_energy_ev(300, np.pi, 12), 10, 100, unit="eV")


@task("mean_inner_potential", points=1)
def test_ice(student):
    """Vitreous ice of 0.93 g/cm³ has 4.53 V."""
    close(student.mean_inner_potential({"H": 2, "O": 1}, 0.93), 4.53, rtol=2e-3, unit="V")


@task("gold", points=1)
def test_gold_is_given(student):
    """gold_potential and gold_phase_rad are positive numbers."""
    between(student["gold_potential"], 1, 1e3, unit="V")
    between(student["gold_phase_rad"], 1e-3, 1e2, unit="rad")


@task("phase_grating", points=1)
def test_modulus_one(student):
    """A phase grating takes no electron away: the modulus of the wave is 1."""
    wave = as_array(student.phase_grating(16, 1.5, 12.0, 0.7), shape=(16,))
    close(np.abs(wave), np.ones(16))


@task("defocus_phase", points=1)
def test_four_frequencies(student):
    """With four samples 0.5 Å apart the frequencies are 0, 0.5, −1 and −0.5 1/Å, and γ goes with their squares."""
    gamma = as_array(student.defocus_phase((4,), 0.5, 300, 1e4), shape=(4,))
    close(gamma, np.array([0, 1, 4, 1]) * np.pi * 0.0196875 * 1e4 / 4, rtol=1e-3, unit="rad")


@task("propagate", points=1)
def test_no_defocus(student):
    """At defocus 0 the wave is what it was; a plane wave stays one at any."""
    close(student.propagate([1, 1j, 2, 1j], 1.0, 300, 0.0), [1, 1j, 2, 1j])
    close(student.propagate([[1, 1, 1], [1, 1, 1]], 1.0, 300, 1e4), np.ones((2, 3)))


@task("defocus_image", points=1)
def test_plain_image(student):
    """A constant wave of amplitude 2 gives four electrons where the wave 1 gives one."""
    close(student.defocus_image([2, 2, 2, 2], 1.0, 300, 5e3), [4, 4, 4, 4])


@task("contrast", points=1)
def test_dark_line(student):
    """Intensities 1.5, 1, 0.5, 1 have their dark line at x = 0, which is index 2."""
    close(student.contrast([1.5, 1.0, 0.5, 1.0], 1.0, 4.0), -0.5)


@task("weak_phase_image", points=1)
def test_constant_phase(student):
    """A constant phase is invisible, and so is any phase in focus."""
    close(student.weak_phase_image([0.3, 0.3, 0.3], 1.0, 300, 1e4), [1, 1, 1])
    close(student.weak_phase_image([0.3, -0.1, 0.2], 1.0, 300, 0.0), [1, 1, 1])


@task("by_hand", points=1)
def test_order(student):
    """Defocus values are positive; three spacings, the largest first."""
    for name in ("first_maximum", "first_zero", "revival"):
        between(student[name], 1, 1e7, unit="Å")
    spacings = as_array(student["missing_spacings"], shape=(3,))
    require(bool(np.all(np.diff(spacings) < 0)), "does not have the largest spacing first", got=student["missing_spacings"])


@task("phase_limit", points=1)
def test_one_percent(student):
    """For a tolerance of 1 % the limit is between 0.1 and 0.2 rad."""
    between(student.phase_limit_rad(0.01), 0.1, 0.2, unit="rad")


@task("angle_limit", points=1)
def test_tens_of_milliradians(student):
    """At 300 kV, 1 µm and a tolerance of 0.1 rad the limit is some tens of milliradians."""
    between(student.angle_limit_rad(300, 1e4, 0.1), 0.01, 0.1, unit="rad")


@task("thick_layer", points=1)
def test_thin_layer(student):
    """A layer of no thickness has sin²γ; at frequency 0 there is no power at all."""
    close(student.thick_layer_power(0.0, 300, 1e4, 500.0), 0)
    close(student.thick_layer_power(0.1, 300, 1e4, 0.0), np.sin(np.pi * 0.0196875 * 1e4 * 0.01) ** 2, atol=1e-3)
