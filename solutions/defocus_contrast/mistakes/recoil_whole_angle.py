"""The momentum is taken to change by 2 p sin θ (or p sin θ): the vectors differ by 2 p sin(θ/2), and most when θ is 180°."""
see = "defocus_phase_contrast#what-can-happen-to-an-electron"
_recoil_energy_ev = recoil_energy_ev


def recoil_energy_ev(voltage, angle_rad, mass_number):
    return _recoil_energy_ev(voltage, 2 * angle_rad, mass_number)


def agrees(function, arguments, got):
    if function != "recoil_energy_ev":
        return False
    wrong, right = recoil_energy_ev(*arguments), _recoil_energy_ev(*arguments)  # with 2 p sin θ; a quarter of it with p sin θ
    return any(np.isclose(got, w, rtol=1e-3, atol=1e-9) and not np.isclose(w, right, rtol=1e-3) for w in (wrong, wrong / 4))
