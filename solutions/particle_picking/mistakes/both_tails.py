"""Both tails are counted: only scores above the threshold are picked."""
see = "cross_correlation#signal-noise-and-the-number-of-pixels"

false_scores = 2 * 928 * 1024 * (angles_needed + 1) * stats.norm.sf(5)
