"""Only positions are counted: every template, the top view and each angle of the side view, has its own chance at each of them."""
see = "cross_correlation#signal-noise-and-the-number-of-pixels"

false_scores = 928 * 1024 * stats.norm.sf(5)
