"""The measured errors are not divided by the largest pixel of the projection."""

see = "convolution_theorem#on-a-projection"

measured_errors = [1.11628, 0.142677, 0.0073558]
