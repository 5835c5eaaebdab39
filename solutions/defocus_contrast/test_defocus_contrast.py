"""Checks of defocus_contrast. Oracles: published numbers, energy and momentum in eV, Gaussian beams, Bessel functions, quadrature."""

import numpy as np
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import brentq
from scipy.special import jv

from autograder.checks import as_array, cases, close, leaves_arguments_alone, require, task

REST = 510998.95  # rest energy of the electron, eV
HC = 12398.41984  # Planck's constant times the speed of light, eV Å
WAVE = {"rtol": 1e-3, "atol": 3e-4}  # waves and images, also those computed in single precision


def wavelength(voltage):
    """hc / (pc), with (pc)² = (total energy)² − (rest energy)², everything in eV."""
    total = REST + 1e3 * voltage
    return HC / np.sqrt(total**2 - REST**2)


def positions(n, pixel_size):
    return pixel_size * (np.arange(n) - n // 2)


def gaussian_beam(shape, pixel_size, voltage, defocus, widths):
    """exp(−x²/2w²) along each axis, taken to a defocus by completing the square: w² becomes w² (1 − iλΔf/(2πw²))."""
    beam = np.ones(shape, dtype=complex)
    for axis, (n, width) in enumerate(zip(shape, widths, strict=True)):
        spread = 1 - 1j * wavelength(voltage) * defocus / (2 * np.pi * width**2)
        along = np.exp(-positions(n, pixel_size) ** 2 / (2 * width**2 * spread)) / np.sqrt(spread)
        beam = beam * along.reshape([-1 if a == axis else 1 for a in range(len(shape))])
    return beam


def grating_image(x, spacing, amplitude, gamma):
    """Exact image of the phase grating: the m-th harmonic is (−1)^m 2 J_m(2 φ0 sin mγ), from an identity of Guigay's, not from a wave."""
    return 1 + 2 * sum((-1) ** m * jv(m, 2 * amplitude * np.sin(m * gamma)) * np.cos(2 * np.pi * m * x / spacing) for m in range(1, 25))


def grating(n, periods, spacing, amplitude):
    """Samples of exp(iφ), written out for the checks: whole periods, origin at n // 2."""
    pixel_size = periods * spacing / n
    return pixel_size, np.exp(1j * amplitude * np.cos(2 * np.pi * positions(n, pixel_size) / spacing))


def noise(shape, seed=5):
    generator = np.random.default_rng(seed)
    return generator.normal(size=shape) + 1j * generator.normal(size=shape)


def rows(*table):
    """A check on each row of a table; the report shows the first that fails."""
    return cases([{"row": row} for row in table], random=0, row=st.sampled_from(table))


# -- electron_wavelength


@task("electron_wavelength", points=1)
@rows((100, 0.037014), (200, 0.025079), (300, 0.019687))
def test_published_wavelengths(student, row):
    """At 100, 200 and 300 kV the wavelength is 0.037014, 0.025079 and 0.019687 Å."""
    voltage, expected = row
    close(student.electron_wavelength(voltage), expected, rtol=1e-4, atol=0, unit="Å",
          help="Without relativity one finds 0.0388, 0.0274 and 0.0224 Å.")


@task("electron_wavelength", points=1)
@cases([{"voltage": 0.1}, {"voltage": 80}, {"voltage": 3000}, {"voltage": 1e6}], voltage=st.integers(1, 1200))
def test_any_voltage(student, voltage):
    """From 0.1 kV to 1 GV the wavelength is that of (pc)² = (mc² + eV)² − (mc²)²."""
    close(student.electron_wavelength(voltage), wavelength(voltage), rtol=2e-4, atol=0, unit="Å",
          help="The correction is 1 + eV/(2mc²) beside 2 m eV: 2mc² is 1.022 MeV.")


@task("electron_wavelength", points=2)
def test_several_voltages(student):
    """Several voltages, as a list of whole numbers or as an array of any shape, give as many wavelengths; the array stays as it was."""
    voltages = np.array([60.0, 120.0, 200.0, 300.0])
    close(student.electron_wavelength([100, 200]), [0.037014, 0.025079], rtol=1e-4, atol=0, unit="Å")
    close(student.electron_wavelength(voltages), wavelength(voltages), rtol=2e-4, atol=0, unit="Å")
    table = np.array([[100.0, 200.0, 300.0], [80.0, 120.0, 1000.0]])
    close(student.electron_wavelength(table), wavelength(table), rtol=2e-4, atol=0, unit="Å", help="The result has the shape of `voltage`.")
    leaves_arguments_alone(student.electron_wavelength, voltages, help="`voltage *= 1000` changes the caller's array.")


# -- interaction_constant


@task("interaction_constant", points=1)
@rows((100, 9.2440e-4), (200, 7.2884e-4), (300, 6.5262e-4))
def test_published_interaction(student, row):
    """At 100, 200 and 300 kV the interaction constant is 0.9244, 0.7288 and 0.6526 mrad/(V Å)."""
    voltage, expected = row
    close(student.interaction_constant(voltage), expected, rtol=2e-4, atol=0, unit="rad/(V Å)",
          help="The mass is that of the moving electron; the unit is radians for each volt and ångström.")


@task("interaction_constant", points=2)
@cases([{"voltage": 0.1}, {"voltage": 80}, {"voltage": 1000}], voltage=st.integers(1, 1200))
def test_interaction_by_energies(student, voltage):
    """At any voltage it is 2π/(λV) · (mc² + eV)/(2mc² + eV), for one voltage or several; an array stays as it was."""
    def expected(voltage):
        energy = 1e3 * np.asarray(voltage, dtype=float)
        return 2 * np.pi / (wavelength(energy / 1e3) * energy) * (REST + energy) / (2 * REST + energy)

    close(student.interaction_constant(voltage), expected(voltage), rtol=3e-4, atol=0, unit="rad/(V Å)")
    close(student.interaction_constant([voltage, 300]), expected([voltage, 300]), rtol=3e-4, atol=0, unit="rad/(V Å)")
    table = np.array([[voltage, 300.0, 80.0], [100.0, 200.0, 120.0]])
    close(student.interaction_constant(table), expected(table), rtol=3e-4, atol=0, unit="rad/(V Å)")
    leaves_arguments_alone(student.interaction_constant, table, help="`voltage *= 1000` changes the caller's array.")


# -- recoil


@task("recoil", points=1)
@rows((300, np.pi, 12.0, 70.96), (300, 0.01, 12.0, 0.001774), (100, np.pi, 1.008, 239.0), (200, np.pi, 196.967, 2.667))
def test_recoil_in_numbers(student, row):
    """Carbon takes 71 eV from an electron thrown back at 300 kV, 1.8 meV at 10 mrad; hydrogen 239 eV at 100 kV, gold 2.7 eV at 200 kV."""
    voltage, angle, mass, expected = row
    close(student.recoil_energy_ev(voltage, angle, mass), expected, rtol=2e-3, atol=0, unit="eV",
          help="The momentum changes by 2 p sin(θ/2), with the relativistic p.")


@task("recoil", points=2)
@cases([{"voltage": 300, "tenths": 2, "mass": 16}, {"voltage": 80, "tenths": 15, "mass": 1}],
       voltage=st.integers(10, 1000), tenths=st.integers(1, 31), mass=st.integers(1, 200))
def test_recoil_by_vectors(student, voltage, tenths, mass):
    """At any angle the energy is q²/(2M), q the difference of the two momenta as vectors."""
    angle, momentum = tenths / 10, HC / wavelength(voltage)  # eV/c
    change = momentum * np.array([np.sin(angle), np.cos(angle) - 1])
    close(student.recoil_energy_ev(voltage, angle, mass), change @ change / (2 * mass * 931.494e6), rtol=2e-3, atol=0, unit="eV",
          help="The angle is in radians and is that between the directions before and after.")


# -- mean_inner_potential, gold


@task("mean_inner_potential", points=1)
@rows(({"H": 2, "O": 1}, 0.93, 4.526), ({"C": 1}, 2.0, 12.045), ({"C": 3, "H": 5, "N": 1, "O": 1}, 1.35, 7.868))
def test_potentials_by_hand(student, row):
    """Ice of 0.93 g/cm³ has 4.53 V, carbon of 2.0 g/cm³ 12.0 V, alanine residues at 1.35 g/cm³ 7.87 V."""
    composition, density, expected = row
    close(student.mean_inner_potential(composition, density), expected, rtol=1e-3, unit="V",
          help="Every atom counts; the number of formula units in 1 Å³ is the density over the mass of one.")


@task("mean_inner_potential", points=2)
def test_units_of_any_size(student):
    """Counting in larger formula units, or in fractions of one, changes nothing; twice the density is twice the potential."""
    once = as_array(student.mean_inner_potential({"H": 2, "O": 1}, 0.93), shape=())
    close(once, 4.526, rtol=1e-3, unit="V")
    close(student.mean_inner_potential({"O": 5, "H": 10}, 0.93), 4.526, rtol=1e-3, unit="V")
    close(student.mean_inner_potential({"H": 0.5, "O": 0.25}, 1.86), 9.053, rtol=1e-3, unit="V")


@task("gold", points=1)
def test_gold_potential(student):
    """gold_potential is that of 19.3 g/cm³ of gold."""
    close(student["gold_potential"], 29.866, rtol=5e-3, unit="V", help="Free atoms, K f(0) for each, as in section 5.")


@task("gold", points=1)
def test_gold_phase(student):
    """gold_phase_rad is the extra phase of 100 Å of gold in place of ice."""
    close(student["gold_phase_rad"], 1.6537, rtol=5e-3, unit="rad", help="The bead takes the place of 100 Å of ice.")


# -- phase_grating


@task("phase_grating", points=1)
@rows((8, 1.0, 8.0), (7, 1.0, 7.0), (49, 2.0, 14.0), (98, 0.5, 7.0))
def test_origin(student, row):
    """The phase is greatest at index n // 2, for n = 8, 7, 49 and 98."""
    n, pixel_size, spacing = row
    wave = as_array(student.phase_grating(n, pixel_size, spacing, 0.4), shape=(n,))
    close(wave[n // 2], np.exp(0.4j), help="Position 0 is at index n // 2; a positive phase is exp(+iφ).")


@task("phase_grating", points=2)
@cases([{"n": 12, "pixel_size": 1.0, "spacing": 6.0, "tenths": 2}, {"n": 15, "pixel_size": 0.5, "spacing": 5.0, "tenths": 20},
        {"n": 30, "pixel_size": 2.0, "spacing": 9.0, "tenths": 7}],
       n=st.integers(3, 40), pixel_size=st.integers(2, 16).map(lambda k: k / 4), spacing=st.integers(3, 60).map(float),
       tenths=st.integers(1, 30))
def test_phase_along_x(student, n, pixel_size, spacing, tenths):
    """Everywhere the wave is exp(iφ) with the phase φ0 cos(2πx/d) in radians, however large φ0 is."""
    phase = tenths / 10 * np.cos(2 * np.pi * positions(n, pixel_size) / spacing)
    close(student.phase_grating(n, pixel_size, spacing, tenths / 10), np.cos(phase) + 1j * np.sin(phase), rtol=1e-3, atol=1e-4,
          help="Positions are in Å: index times pixel size.")


@task("phase_grating", points=1)
def test_no_electron_is_lost(student):
    """A strong grating, φ0 = 1.5 rad, has modulus 1 everywhere too."""
    wave = as_array(student.phase_grating(24, 1.5, 9.0, 1.5), shape=(24,))
    close(np.abs(wave), np.ones(24), help="1 + iφ is longer than 1; exp(−φ) absorbs.")


@task("phase_grating", points=1)
def test_harmonics_are_bessel_functions(student):
    """The m-th harmonic of the wave has the amplitude i^m J_m(φ0)."""
    wave = as_array(student.phase_grating(32, 1.0, 32.0, 0.9), shape=(32,))
    x = positions(32, 1.0)
    got = [np.mean(wave * np.exp(-2j * np.pi * m * x / 32)) for m in range(-3, 4)]
    close(got, [1j**m * jv(m, 0.9) for m in range(-3, 4)], rtol=1e-3, atol=1e-4)


# -- defocus_phase


@task("defocus_phase", points=2)
@cases([{"n": 8, "pixel_size": 1.0, "voltage": 300, "defocus": 1e4}, {"n": 7, "pixel_size": 2.0, "voltage": 200, "defocus": -5e3},
        {"n": 49, "pixel_size": 0.5, "voltage": 100, "defocus": 2e4}],
       n=st.integers(2, 50), pixel_size=st.integers(2, 12).map(lambda k: k / 4), voltage=st.sampled_from([80, 100, 200, 300]),
       defocus=st.integers(-4, 4).map(lambda k: 5e3 * k))
def test_phase_of_each_frequency(student, n, pixel_size, voltage, defocus):
    """In one dimension γ = πλΔf s² at k/(n·pixel size), k = 0, 1, …, and −1, −2, … from the end, for even and odd n."""
    k = np.array([i if i < (n + 1) // 2 else i - n for i in range(n)])
    expected = np.pi * wavelength(voltage) * defocus * (k / (n * pixel_size)) ** 2
    close(student.defocus_phase((n,), pixel_size, voltage, defocus), expected, rtol=1e-3, atol=1e-4, unit="rad",
          help="Frequencies are cycles per pixel divided by the pixel size, 0 first.")


@task("defocus_phase", points=2)
@rows(((4, 6), 1.0), ((5, 3), 2.0), ((7, 7), 0.5), ((1, 4), 1.5))
def test_phase_in_two_dimensions(student, row):
    """In two dimensions s² is the sum over both axes, also where rows and columns differ in number."""
    shape, pixel_size = row
    gamma = as_array(student.defocus_phase(shape, pixel_size, 300, 8000), shape=shape)
    expected = np.array([[np.pi * wavelength(300) * 8000 / pixel_size**2 * (min(y, shape[0] - y) ** 2 / shape[0] ** 2
                          + min(x, shape[1] - x) ** 2 / shape[1] ** 2) for x in range(shape[1])] for y in range(shape[0])])
    close(gamma, expected, rtol=1e-3, atol=1e-4, unit="rad", help="Each axis has its own number of samples.")


@task("defocus_phase", points=1)
def test_underfocus_is_positive(student):
    """γ is positive at underfocus and negative at overfocus, and twice the defocus is twice γ."""
    under = 1.0 * as_array(student.defocus_phase((5,), 1.0, 300, 2000), shape=(5,))  # truth values have no sign
    require(bool(np.all(under[1:] > 0)), "is not positive at underfocus", got=under)
    close(student.defocus_phase((5,), 1.0, 300, -2000), -under, unit="rad")
    close(student.defocus_phase((5,), 1.0, 300, 4000), 2 * under, unit="rad")


# -- propagate


@task("propagate", points=2)
@rows((48, 1.0, 300, 3000, 3.0), (49, 2.0, 100, -9000, 5.0), (98, 0.5, 200, 1500, 2.5), (50, 1.5, 300, 5000, 4.0))
def test_gaussian_beam(student, row):
    """A Gaussian beam spreads, and its phase curves, as the exact formula says: even and odd n, under- and overfocus."""
    n, pixel_size, voltage, defocus, width = row
    wave = gaussian_beam((n,), pixel_size, voltage, 0, (width,))
    close(student.propagate(wave, pixel_size, voltage, defocus), gaussian_beam((n,), pixel_size, voltage, defocus, (width,)), **WAVE,
          help="Multiply the transform by exp(+iγ), with both in the same order; keep the result complex.")


@task("propagate", points=1)
@rows(((36, 45), 1.0, (3.0, 4.0)), ((35, 30), 2.0, (6.0, 5.0)))
def test_elliptical_beam(student, row):
    """In two dimensions, with unequal numbers of rows and columns, a beam that is wider along one axis does the same."""
    shape, pixel_size, widths = row
    wave = gaussian_beam(shape, pixel_size, 300, 0, widths)
    close(student.propagate(wave, pixel_size, 300, 1500), gaussian_beam(shape, pixel_size, 300, 1500, widths), **WAVE,
          help="Both axes are transformed, and both frequencies are in s².")


@task("propagate", points=1)
@rows((16,), (21,), (9, 14))
def test_energy(student, row):
    """The sum of |ψ|² stays what it was, for any complex wave."""
    wave = noise(row)
    moved = as_array(student.propagate(wave, 1.25, 200, 12000), shape=row)
    require(bool(np.max(np.abs(moved - wave)) > 0.1), "is the wave in focus", got=moved)
    close(np.sum(np.abs(moved) ** 2), np.sum(np.abs(wave) ** 2), rtol=1e-3, help="|exp(iγ)| is 1; there and back have no net factor.")


@task("propagate", points=1)
@rows((1500, 2500), (4000, -1000), (3000, -3000))
def test_one_after_the_other(student, row):
    """Two propagations, one after the other, are one by the sum; there and back again is none."""
    wave = noise((17,))
    halfway = as_array(student.propagate(wave, 1.5, 300, row[0]), shape=(17,))
    whole = as_array(student.propagate(wave, 1.5, 300, row[0] + row[1]), shape=(17,))
    close(student.propagate(halfway, 1.5, 300, row[1]), whole, **WAVE)
    k = np.array([i if i < 9 else i - 17 for i in range(17)]) / (17 * 1.5)
    first = np.fft.fft(wave) * np.exp(1j * np.pi * wavelength(300) * row[0] * k**2)
    close(halfway, np.fft.ifft(first), **WAVE)


@task("propagate", points=1)
@rows((20.0, 300), (12.5, 100))
def test_talbot(student, row):
    """A strong grating of spacing d comes back at 2d²/λ, and shifted by half a period at d²/λ."""
    spacing, voltage = row
    pixel_size, wave = grating(48, 2, spacing, 1.1)
    revival = 2 * spacing**2 / wavelength(voltage)
    close(student.propagate(wave, pixel_size, voltage, revival / 2), np.roll(wave, 12), rtol=1e-3, atol=2e-3)
    close(student.propagate(wave, pixel_size, voltage, revival), wave, rtol=1e-3, atol=2e-3, help="γ of the first harmonic is 2π there.")


@task("propagate", points=1)
@rows((1, 2, 3), (5,))
def test_one_sine_at_a_fine_pixel(student, row):
    """With pixels of 0.25 Å and 2 µm of defocus each frequency is still turned by πλΔf s², not by the exact phase."""
    n, pixel_size, defocus = 32, 0.25, 20000
    x = positions(n, pixel_size)
    for k in row:
        s = k / (n * pixel_size)
        wave = np.exp(2j * np.pi * s * x)
        close(student.propagate(wave, pixel_size, 300, defocus), wave * np.exp(1j * np.pi * wavelength(300) * defocus * s**2), **WAVE,
              help="The task asks for Fresnel's approximation.")
    s = 15 / (n * pixel_size)
    wave = np.exp(2j * np.pi * s * x)
    turn = np.exp(1j * np.pi * wavelength(300) * defocus * s**2)
    close(student.propagate(wave, pixel_size, 300, defocus), wave * turn, rtol=1e-3, atol=2e-2)


@task("propagate", points=1)
def test_propagate_takes_lists(student):
    """Lists of real or whole numbers work like arrays, and an array of the caller's stays as it was."""
    values = np.array([1.0, 2.0, 0.0, 1.0, 3.0])
    s = np.array([0, 1, 2, -2, -1]) / (5 * 1.2)
    expected = np.fft.ifft(np.fft.fft(values) * np.exp(1j * np.pi * wavelength(200) * 700 * s**2))
    close(student.propagate([1, 2, 0, 1, 3], 1.2, 200, 700), expected, **WAVE)
    leaves_arguments_alone(student.propagate, values + 0j, 1.2, 200, 700)


# -- defocus_image


@task("defocus_image", points=2)
@rows((48, 2, 20.0, 0.3, 0.4), (49, 1, 35.0, 1.2, -0.9), (98, 3, 12.0, 0.8, 1.5708), (50, 2, 25.0, 2.0, 2.5))
def test_image_of_a_grating(student, row):
    """The image of a phase grating, weak or strong, has the harmonics 2 J_m(2 φ0 sin mγ), with alternating signs."""
    n, periods, spacing, amplitude, gamma = row
    pixel_size, wave = grating(n, periods, spacing, amplitude)
    defocus = gamma * spacing**2 / (np.pi * wavelength(300))
    expected = grating_image(positions(n, pixel_size), spacing, amplitude, gamma)
    close(student.defocus_image(wave, pixel_size, 300, defocus), expected, **WAVE,
          help="A camera records |ψ|², with the square; at underfocus a positive phase is dark.")


@task("defocus_image", points=1)
def test_phase_object_in_focus(student):
    """In focus a phase object is invisible; 2000 Å under focus a blob of positive phase has a dark centre, over focus a bright one."""
    y, x = np.meshgrid(positions(25, 2.0), positions(32, 2.0), indexing="ij")
    wave = np.exp(0.2j * np.exp(-(x**2 + y**2) / (2 * 5.0**2)))
    close(student.defocus_image(wave, 2.0, 300, 0), np.ones((25, 32)))
    under = as_array(student.defocus_image(wave, 2.0, 300, 2000), shape=(25, 32))
    over = as_array(student.defocus_image(wave, 2.0, 300, -2000), shape=(25, 32))
    require(bool(under[12, 16] < 0.95 and over[12, 16] > 1.05), "is not dark under focus and bright over focus at the centre of the blob",
            got=[under[12, 16], over[12, 16]], help="Positive defocus is underfocus: the wave transfer is exp(+iγ).")


@task("defocus_image", points=1)
def test_electrons_are_kept(student):
    """For any wave the image is real, not negative, and holds as many electrons as the wave in focus, which stays as it was."""
    wave = noise((21,), seed=8)
    image = as_array(student.defocus_image(wave, 1.0, 200, 9000), shape=(21,))
    require(image.dtype.kind != "c" and bool(np.all(image >= 0)), "is complex, or negative somewhere", got=image)
    close(np.sum(image), np.sum(np.abs(wave) ** 2), rtol=1e-3, help="The density of electrons is |ψ|².")
    leaves_arguments_alone(student.defocus_image, wave, 1.0, 200, 9000)


# -- contrast


@task("contrast", points=1)
@rows((12, 1.0, 4.0, -0.3), (49, 2.0, 14.0, 0.6), (30, 0.5, 5.0, 0.05), (98, 1.5, 21.0, -0.8), (7, 1.0, 3.5, -0.4), (49, 2.0, 98 / 9, 0.5))
def test_pure_cosine(student, row):
    """1 + C cos(2πx/d) has the contrast C, sign included, for even and odd n, also where a period is no whole number of samples."""
    n, pixel_size, spacing, value = row
    image = 1 + value * np.cos(2 * np.pi * positions(n, pixel_size) / spacing)
    close(student.contrast(image, pixel_size, spacing), value, rtol=1e-3, help="The mean of cos² is 1/2; position 0 is at index n // 2.")


@task("contrast", points=2)
@cases([{"mean": 40, "first": -2, "second": 3, "sine": 1}, {"mean": 2, "first": 3, "second": -4, "sine": 0}],
       mean=st.integers(1, 50), first=st.integers(-8, 8), second=st.integers(-8, 8), sine=st.integers(-8, 8))
def test_other_harmonics(student, mean, first, second, sine):
    """Sines, other harmonics and the number of electrons per pixel do not change the contrast."""
    turn = 2 * np.pi * positions(40, 1.25) / 10.0
    image = mean * (1 + first / 16 * np.cos(turn) + second / 16 * np.cos(2 * turn) + sine / 16 * np.sin(turn))
    close(student.contrast(image, 1.25, 10.0), first / 16, rtol=1e-3, help="Divide by the mean; the extremes are not enough.")


@task("contrast", points=1)
def test_contrast_takes_lists(student):
    """A list of whole numbers is fine, and the caller's array stays as it was."""
    image = np.array([2.0, 5.0, 8.0, 2.0, 5.0, 8.0])
    turn = 2 * np.pi * (np.arange(6) - 3) / 3
    expected = 2 * np.sum(image * np.cos(turn)) / np.sum(image)
    close(student.contrast([2, 5, 8, 2, 5, 8], 2.0, 6.0), expected, rtol=1e-3)
    leaves_arguments_alone(student.contrast, image, 2.0, 6.0)


# -- weak_phase_image


@task("weak_phase_image", points=2)
@rows((48, 2, 20.0, 0.1, 0.4), (49, 1, 35.0, 0.8, -0.9), (98, 3, 12.0, 0.2, 2.0), (50, 2, 25.0, 2.0, 1.2))
def test_linear_image_of_a_grating(student, row):
    """A cosine of phase φ0 gives 1 − 2 φ0 sin γ cos(2πx/d), in proportion to φ0 even where φ0 is large."""
    n, periods, spacing, amplitude, gamma = row
    pixel_size = periods * spacing / n
    turn = 2 * np.pi * positions(n, pixel_size) / spacing
    defocus = gamma * spacing**2 / (np.pi * wavelength(200))
    close(student.weak_phase_image(amplitude * np.cos(turn), pixel_size, 200, defocus), 1 - 2 * amplitude * np.sin(gamma) * np.cos(turn),
          **WAVE, help="The filter is −2 sin γ, and the direct beam adds 1.")


@task("weak_phase_image", points=1)
@rows(((24, 30), 1.5, 3, -2), ((21, 16), 1.0, 2, 5))
def test_linear_image_in_two_dimensions(student, row):
    """In two dimensions an oblique sine of phase is filtered with the γ of its own frequency."""
    shape, pixel_size, ky, kx = row
    y, x = np.meshgrid(positions(shape[0], pixel_size), positions(shape[1], pixel_size), indexing="ij")
    sy, sx = ky / (shape[0] * pixel_size), kx / (shape[1] * pixel_size)
    phase = 0.3 * np.sin(2 * np.pi * (sy * y + sx * x))
    gamma = np.pi * wavelength(300) * 3000 * (sy**2 + sx**2)
    close(student.weak_phase_image(phase, pixel_size, 300, 3000), 1 - 2 * np.sin(gamma) * phase, **WAVE)


@task("weak_phase_image", points=1)
def test_it_is_the_first_order(student):
    """For a phase a thousand times smaller it is the exact image |ψ|² of that phase object; the phase stays as it was."""
    phase = 1e-3 * noise((20, 27), seed=2).real
    sy, sx = np.meshgrid(np.fft.fftfreq(20, 2.0), np.fft.fftfreq(27, 2.0), indexing="ij")
    turned = np.fft.fft2(np.exp(1j * phase)) * np.exp(1j * np.pi * wavelength(300) * 7000 * (sy**2 + sx**2))
    image = as_array(student.weak_phase_image(phase, 2.0, 300, 7000), shape=(20, 27))
    close(1e3 * (image - 1), 1e3 * (np.abs(np.fft.ifft2(turned)) ** 2 - 1), rtol=1e-2, atol=3e-2)
    leaves_arguments_alone(student.weak_phase_image, phase, 2.0, 300, 7000)


@task("weak_phase_image", points=1)
def test_underfocus_is_dark(student):
    """A blob of positive phase is dark under focus and bright over focus, by the same amount; the mean stays 1."""
    phase = 0.5 * np.exp(-positions(41, 2.0) ** 2 / (2 * 5.0**2))
    under = as_array(student.weak_phase_image(phase, 2.0, 300, 2000), shape=(41,))
    over = as_array(student.weak_phase_image(phase, 2.0, 300, -2000), shape=(41,))
    require(bool(under[20] < 0.9), "is not dark under focus at the centre of the blob", got=under[20], help="The CTF is −sin γ.")
    close(under + over, 2 * np.ones(41), rtol=1e-3)
    close(np.mean(under), 1, rtol=1e-3)


# -- by_hand


@task("by_hand", points=1)
def test_first_maximum_and_zero(student):
    """first_maximum and first_zero of the grating of 12 Å are where γ = π/2 and γ = π."""
    close([student["first_maximum"], student["first_zero"]], [2870.9, 5741.8], rtol=2e-3, unit="Å", help="Solve γ = πλΔf/d² for Δf.")


@task("by_hand", points=1)
def test_revival(student):
    """revival is the smallest underfocus at which every harmonic of the wave has made whole turns."""
    close(student["revival"], 11483.6, rtol=2e-3, unit="Å",
          help="At d²/λ the first harmonic has the opposite sign: the wave is shifted by half a period.")


@task("by_hand", points=2)
def test_missing_spacings(student):
    """missing_spacings are those with γ = π, 2π and 3π at 1.2 µm underfocus and 200 kV."""
    close(student["missing_spacings"], [17.348, 12.267, 10.016], rtol=2e-3, unit="Å", help="1.2 µm is 12000 Å; d = 1/s.")


# -- phase_limit


def bessel_limit(tolerance):
    """Where J1(2φ) falls below φ by this fraction: the exact contrast at |sin γ| = 1 is 2 J1(2φ), the linear one 2φ."""
    return brentq(lambda phase: 1 - jv(1, 2 * phase) / phase - tolerance, 1e-6, 1.9)


@task("phase_limit", points=2)
@rows(0.01, 0.1)
def test_limit_at_one_and_ten_percent(student, row):
    """For 1 % and for 10 % the limit is where 1 − J1(2φ0)/φ0 is that much."""
    close(student.phase_limit_rad(row), bessel_limit(row), rtol=2e-3, unit="rad",
          help="Compare contrasts at |sin γ| = 1, exact against 2 φ0; the tolerance is a fraction.")


@task("phase_limit", points=2)
@cases([{"tolerance": 0.5}, {"tolerance": 0.001}], random=2, tolerance=st.integers(2, 50).map(lambda k: k / 100))
def test_limit_at_any_tolerance(student, tolerance):
    """For any tolerance from 0.001 to 0.5 it is the same boundary, not only its leading term."""
    close(student.phase_limit_rad(tolerance), bessel_limit(tolerance), rtol=2e-3, unit="rad")


# -- angle_limit


def root_limit(voltage, defocus, tolerance):
    """The angle by root finding on the difference of the two phases, written with 1 − cos θ = 2 sin²(θ/2)."""
    def excess(angle):
        exact, fresnel = 2 * np.sin(angle / 2) ** 2, np.sin(angle) ** 2 / 2
        return 2 * np.pi * abs(defocus) / wavelength(voltage) * (exact - fresnel) - tolerance

    return brentq(excess, 1e-4, np.pi / 2)


@task("angle_limit", points=1)
@rows((300, 15000.0, 0.1), (100, 20000.0, 0.01), (200, -10000.0, 0.5), (300, 1e7, 0.1))
def test_limit_in_the_microscope(student, row):
    """At 100 to 300 kV and µm to mm of defocus of either sign the limit is where the exact phase is ahead by the tolerance."""
    voltage, defocus, tolerance = row
    close(student.angle_limit_rad(voltage, defocus, tolerance), root_limit(*row), rtol=2e-3, atol=0, unit="rad",
          help="sin θ = λ s; the difference is (2πΔf/λ)(1 − cos θ − sin²θ/2).")


@task("angle_limit", points=2)
@cases([{"voltage": 0.1, "defocus": 100.0, "tenths": 10}, {"voltage": 0.5, "defocus": -20.0, "tenths": 30}],
       voltage=st.sampled_from([0.05, 0.1, 0.2, 0.5]), defocus=st.integers(2, 20).map(lambda k: 10.0 * k), tenths=st.integers(1, 20))
def test_limit_at_large_angles(student, voltage, defocus, tenths):
    """Slow electrons reach large angles, where the leading term of the difference is no longer enough."""
    close(student.angle_limit_rad(voltage, defocus, tenths / 10), root_limit(voltage, defocus, tenths / 10), rtol=2e-3, atol=0, unit="rad",
          help="Use 1 − cos θ − sin²θ/2 itself, not θ⁴/8.")


@task("angle_limit", points=1)
@rows((300, 0.0, 0.1), (0.1, 1.0, 3.0), (100, 0.01, 1.0))
def test_limit_is_never_reached(student, row):
    """If the difference stays within the tolerance up to 90°, the answer is π/2."""
    close(student.angle_limit_rad(*row), np.pi / 2, rtol=2e-3, unit="rad", help="At 90° the difference is πΔf/λ, its largest value.")


# -- thick_layer


def mean_over_depth(s, voltage, defocus, thickness):
    total = quad(lambda z: np.sin(np.pi * wavelength(voltage) * (defocus + z) * s**2) ** 2, -thickness / 2, thickness / 2, limit=200)[0]
    return total / thickness


@task("thick_layer", points=2)
@cases([{"hundredths": 10, "defocus": 15000, "thickness": 500}, {"hundredths": 32, "defocus": 12000, "thickness": 1000},
        {"hundredths": 20, "defocus": -8000, "thickness": 300}],
       hundredths=st.integers(2, 30), defocus=st.integers(-20, 20).map(lambda k: 1000 * k),
       thickness=st.integers(1, 10).map(lambda k: 100 * k))
def test_mean_over_heights(student, hundredths, defocus, thickness):
    """It is the integral of sin²γ over the heights divided by the thickness."""
    expected = mean_over_depth(hundredths / 100, 300, defocus, thickness)
    close(student.thick_layer_power(hundredths / 100, 300, defocus, thickness), expected, rtol=1e-3, atol=2e-3,
          help="Square first, average afterwards; heights go from −t/2 to t/2.")


@task("thick_layer", points=1)
def test_rings_vanish(student):
    """Where λ t s² = 1 the rings are gone: 1/2 for every defocus."""
    s = 1 / np.sqrt(wavelength(200) * 700)
    for defocus in (9000, 9350, 10000):
        close(student.thick_layer_power(s, 200, defocus, 700), 0.5, atol=2e-3)


@task("thick_layer", points=1)
def test_several_frequencies(student):
    """Several frequencies, as a list or as an array, give as many values, also for a layer of no thickness; the array stays as it was."""
    s = np.array([0.0, 0.05, 0.1, 0.2])
    close(student.thick_layer_power([0.0, 0.05, 0.1, 0.2], 300, 10000, 0.0), np.sin(np.pi * wavelength(300) * 10000 * s**2) ** 2, atol=2e-3)
    close(student.thick_layer_power(s, 300, 10000, 400.0), [mean_over_depth(a, 300, 10000, 400) for a in s], atol=2e-3,
          help="sin(a)/a is 1 at a = 0, also where the array holds other frequencies.")
    leaves_arguments_alone(student.thick_layer_power, s, 300, 10000, 400.0)
