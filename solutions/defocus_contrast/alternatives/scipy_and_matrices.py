"""SciPy's constants, transforms, Bessel functions and root finder; propagation as a circulant matrix; averages by quadrature."""
from scipy import constants, fft, linalg, optimize, special


def electron_wavelength(voltage):
    energy = constants.eV * 1e3 * np.asarray(voltage, dtype=float)
    momentum = np.sqrt((energy / constants.c) ** 2 + 2 * energy * constants.m_e)
    return constants.h / momentum / constants.angstrom


def interaction_constant(voltage):
    volts = 1e3 * np.asarray(voltage, dtype=float)
    rest = constants.m_e * constants.c**2 / constants.eV
    return 2 * np.pi / (electron_wavelength(voltage) * volts) * (rest + volts) / (2 * rest + volts)


def defocus_phase(shape, pixel_size, voltage, defocus):
    squared = np.zeros(shape)
    for axis, n in enumerate(shape):
        squared = squared + np.square(fft.fftfreq(n, pixel_size)).reshape([-1 if a == axis else 1 for a in range(len(shape))])
    return np.pi * defocus * squared * electron_wavelength(voltage)


def propagate(wave, pixel_size, voltage, defocus):
    moved = np.array(wave, dtype=complex)
    for axis, n in enumerate(moved.shape):  # Fresnel's kernel is a product, so each axis has a matrix of its own
        matrix = linalg.circulant(fft.ifft(np.exp(1j * defocus_phase((n,), pixel_size, voltage, defocus))))
        moved = np.moveaxis(np.tensordot(matrix, moved, axes=(1, axis)), 0, axis)
    return moved


def contrast(image, pixel_size, spacing):
    image = np.asarray(image, dtype=float)
    turn = 2 * np.pi * pixel_size * (np.arange(image.size) - image.size // 2) / spacing
    columns = np.stack([np.ones(image.size), np.cos(turn), np.sin(turn)], axis=1)
    mean, cosine, _ = np.linalg.lstsq(columns, image, rcond=None)[0]
    return cosine / mean


def phase_limit_rad(tolerance):
    return optimize.brentq(lambda phase: 1 - special.j1(2 * phase) / phase - tolerance, 1e-6, 1.9)


def angle_limit_rad(voltage, defocus, tolerance_rad):
    worst = np.pi * abs(defocus) / electron_wavelength(voltage)
    return np.arccos(1 - np.sqrt(tolerance_rad / worst)) if worst > tolerance_rad else np.pi / 2


def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    points, weights = special.roots_legendre(201)
    heights = defocus + points * thickness / 2
    gamma = np.pi * electron_wavelength(voltage) * np.multiply.outer(np.square(spatial_frequency), heights)
    return np.sin(gamma) ** 2 @ (weights / 2)
