"""The peak is √N times the SNR: SNR is a ratio of variances, so its root belongs there."""
see = "cross_correlation#signal-noise-and-the-number-of-pixels"

peak_in_sigmas = np.sqrt(1400) * 0.05
