"""The peak is N·SNR without the root: signal over noise of a sum of N pixels, as amplitudes, is √(N·SNR)."""
see = "cross_correlation#signal-noise-and-the-number-of-pixels"

peak_in_sigmas = 1400 * 0.05
