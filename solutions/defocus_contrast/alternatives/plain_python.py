"""Plain Python: lists, complex numbers and double sums; closed forms in place of searches, and searches in place of closed forms."""
import cmath
import math

RELATIVE = LIGHT_SPEED**2 * ELECTRON_MASS / ELEMENTARY_CHARGE  # rest energy in eV
HC_EV = PLANCK * LIGHT_SPEED / ELEMENTARY_CHARGE * 1e10  # eV Å


def _each(function, value):
    return [_each(function, v) for v in value] if np.ndim(value) else function(float(value))


def electron_wavelength(voltage):
    return _each(lambda kv: HC_EV / math.sqrt((1e3 * kv) * (1e3 * kv + 2 * RELATIVE)), voltage)


def interaction_constant(voltage):
    def one(kv):  # e / (ħ v), with the speed v of the electron
        gamma = 1 + 1e3 * kv / RELATIVE
        speed = LIGHT_SPEED * math.sqrt(1 - 1 / gamma**2)
        return ELEMENTARY_CHARGE * 2 * math.pi / (PLANCK * speed) * 1e-10

    return _each(one, voltage)


def recoil_energy_ev(voltage, angle_rad, mass_number):
    electron, atom = RELATIVE, mass_number * 931.494e6
    total = electron + 1e3 * voltage
    squared = total**2 - electron**2
    largest = 2 * squared * atom / (electron**2 + atom**2 + 2 * atom * total)  # elastic collision, exactly relativistic
    return largest * (1 - math.cos(angle_rad)) / 2


def mean_inner_potential(composition, density_g_cm3):
    integral = mass = 0.0
    for element in composition:
        integral += composition[element] * FORWARD_AMPLITUDE[element]
        mass += composition[element] * ATOMIC_MASS[element]
    volume = mass / (0.602214 * density_g_cm3)
    return POTENTIAL_PER_AMPLITUDE * integral / volume


def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    return [cmath.rect(1, phase_amplitude_rad * math.cos(2 * math.pi * (i - n // 2) * pixel_size / spacing)) for i in range(n)]


def defocus_phase(shape, pixel_size, voltage, defocus):
    def squares(n):
        return [(min(k, n - k) / (n * pixel_size)) ** 2 for k in range(n)]

    factor = math.pi * electron_wavelength(voltage) * defocus
    if len(shape) == 1:
        return [factor * square for square in squares(shape[0])]
    return [[factor * (y + x) for x in squares(shape[1])] for y in squares(shape[0])]


def _transform(rows, sign):
    n = len(rows)
    table = [cmath.exp(sign * 2j * math.pi * k / n) for k in range(n)]
    return [sum(rows[m] * table[k * m % n] for m in range(n)) for k in range(n)]


def _both(values, sign):
    if not np.ndim(values[0]):
        return _transform(values, sign)
    rows = [_transform(list(row), sign) for row in values]
    columns = [_transform([row[x] for row in rows], sign) for x in range(len(rows[0]))]
    return [[column[y] for column in columns] for y in range(len(rows))]


def propagate(wave, pixel_size, voltage, defocus):
    gamma = np.array(defocus_phase(np.shape(wave), pixel_size, voltage, defocus))
    spectrum = np.array(_both([np.array(row).tolist() for row in wave], -1)) * np.exp(1j * gamma)
    return (np.array(_both(spectrum.tolist(), +1)) / spectrum.size).tolist()


def defocus_image(wave, pixel_size, voltage, defocus):
    moved = np.array(propagate(wave, pixel_size, voltage, defocus))
    return (moved.real**2 + moved.imag**2).tolist()


def contrast(image, pixel_size, spacing):
    n = len(image)
    total = sum(float(v) * math.cos(2 * math.pi * (i - n // 2) * pixel_size / spacing) for i, v in enumerate(image))
    return 2 * total / sum(float(v) for v in image)


def weak_phase_image(phase_rad, pixel_size, voltage, defocus):
    wave = 1j * np.array(phase_rad, dtype=float)  # the scattered part alone, made to interfere with the direct beam
    moved = np.array(propagate(wave.tolist(), pixel_size, voltage, defocus))
    return (1 + moved + np.conj(moved)).real.tolist()


def phase_limit_rad(tolerance):
    def j1(x):
        return sum((-1) ** k * (x / 2) ** (2 * k + 1) / (math.factorial(k) * math.factorial(k + 1)) for k in range(25))

    low, high = 1e-4, 1.8
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - j1(2 * middle) / middle <= tolerance else (low, middle)
    return low


def angle_limit_rad(voltage, defocus, tolerance_rad):
    def difference(angle):  # 1 − cos θ = 2 sin²(θ/2), and 1 − cos θ − sin²θ/2 = (1 − cos θ)²/2
        return math.pi * abs(defocus) / electron_wavelength(voltage) * (2 * math.sin(angle / 2) ** 2) ** 2

    low, high = 0.0, math.pi / 2
    if difference(high) <= tolerance_rad:
        return high
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if difference(middle) <= tolerance_rad else (low, middle)
    return low


def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    def one(s):
        turns = electron_wavelength(voltage) * s * s
        depth = math.pi * turns * thickness
        fade = math.sin(depth) / depth if depth else 1.0
        return 0.5 - 0.5 * fade * math.cos(2 * math.pi * turns * defocus)

    return _each(one, spatial_frequency)


missing_spacings = (17.35, 12.27, 10.02)
first_maximum, first_zero, revival = 2871, 5742, 11480
