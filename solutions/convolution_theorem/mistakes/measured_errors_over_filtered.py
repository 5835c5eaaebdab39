"""The measured errors are divided by the largest pixel of the filtered image: divide by that of the projection itself."""

see = "convolution_theorem#on-a-projection"

measured_errors = [0.383556, 0.0490234, 0.00252746]
