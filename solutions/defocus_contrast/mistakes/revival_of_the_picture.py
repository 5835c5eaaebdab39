"""At this defocus the wave is the same but shifted by half a period: all harmonics have made whole turns at 2d²/λ."""
see = "defocus_phase_contrast#from-the-wave-to-the-image"
revival = first_zero
