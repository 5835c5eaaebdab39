"""The predicted errors count only what is lost outside: inside the kernel is too large by as much again."""

see = "convolution_theorem#a-truncated-kernel"

predicted_errors = [0.424149, 0.0581281, 0.00292985]
