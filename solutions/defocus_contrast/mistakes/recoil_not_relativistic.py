"""The momentum of the electron is the non-relativistic √(2mE); at 300 kV (pc)² = E (E + 2mc²) is a third larger than 2mc²E."""
see = "defocus_phase_contrast#what-can-happen-to-an-electron"
_recoil_energy_ev = recoil_energy_ev


def recoil_energy_ev(voltage, angle_rad, mass_number):
    return _recoil_energy_ev(voltage, angle_rad, mass_number) / (1 + 1e3 * voltage / (2 * 510998.95))
