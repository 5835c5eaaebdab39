"""γ was solved without its π: contrast is greatest where πλΔf/d² = π/2."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
first_maximum, first_zero = np.pi * first_maximum, np.pi * first_zero
missing_spacings = [spacing / np.sqrt(np.pi) for spacing in missing_spacings]
