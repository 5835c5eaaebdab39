"""Single precision in waves and images, Fortran order, numbers as arrays of no dimensions."""
_wavelength, _interaction, _recoil, _phase = electron_wavelength, interaction_constant, recoil_energy_ev, defocus_phase
_grating, _propagate, _image, _weak = phase_grating, propagate, defocus_image, weak_phase_image
_contrast, _limit, _angle, _thick = contrast, phase_limit_rad, angle_limit_rad, thick_layer_power


def electron_wavelength(voltage):
    return np.asarray(_wavelength(voltage)).astype(np.float32)


def interaction_constant(voltage):
    return np.asarray(_interaction(voltage)).astype(np.float32)


def recoil_energy_ev(voltage, angle_rad, mass_number):
    return np.array(_recoil(voltage, angle_rad, mass_number), dtype=np.float32)


def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    return _grating(n, pixel_size, spacing, phase_amplitude_rad).astype(np.complex64)


def defocus_phase(shape, pixel_size, voltage, defocus):
    return np.asfortranarray(_phase(shape, pixel_size, voltage, defocus).astype(np.float32))


def propagate(wave, pixel_size, voltage, defocus):
    return np.asfortranarray(_propagate(np.asarray(wave, dtype=np.complex64), pixel_size, voltage, defocus).astype(np.complex64))


def defocus_image(wave, pixel_size, voltage, defocus):
    moved = propagate(wave, pixel_size, voltage, defocus)
    return (moved * moved.conj()).real


def contrast(image, pixel_size, spacing):
    return np.float32(_contrast(np.asarray(image, dtype=np.float32), pixel_size, spacing))


def weak_phase_image(phase_rad, pixel_size, voltage, defocus):
    return _weak(np.asarray(phase_rad, dtype=np.float32), pixel_size, voltage, defocus).astype(np.float32)


def angle_limit_rad(voltage, defocus, tolerance_rad):
    return np.array(_angle(voltage, defocus, tolerance_rad), dtype=np.float32)


def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    return np.asarray(_thick(spatial_frequency, voltage, defocus, thickness)).astype(np.float32)
