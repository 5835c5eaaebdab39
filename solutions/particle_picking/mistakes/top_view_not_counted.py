"""The angles of the side view are counted, the top view is not: it is one more template."""
see = "cross_correlation#signal-noise-and-the-number-of-pixels"

false_scores = 928 * 1024 * angles_needed * stats.norm.sf(5)
