"""These are the spacings of strongest contrast, γ = π/2, 3π/2, 5π/2: those with γ = π, 2π, 3π are missing."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
missing_spacings = [np.sqrt(wavelength * 12000 * 2 / m) for m in (1, 3, 5)]
