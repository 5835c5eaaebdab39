"""Dividing by the standard deviation counts as linear: twice the signal then gives the same output, not twice."""

see = "fourier_transform#linearity"
linear_steps = ["transform", "low_pass", "subtract_mean", "normalise", "turn_contrast", "move_three_pixels"]
