"""Lengths are folded at Nyquist, 2 · 2.8 - 2.35 Å: frequencies fold, lengths do not."""

see = "convolution#sampling-and-nyquist"

gold_shows_at = 2 * 2.8 - 2.35
