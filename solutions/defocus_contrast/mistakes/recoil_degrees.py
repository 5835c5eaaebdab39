"""The angle was taken as degrees: it comes in radians."""
see = "defocus_phase_contrast#what-can-happen-to-an-electron"
_recoil_energy_ev = recoil_energy_ev


def recoil_energy_ev(voltage, angle_rad, mass_number):
    return _recoil_energy_ev(voltage, np.deg2rad(angle_rad), mass_number)
