"""The crossover is that without padding: a wider kernel also makes the transforms larger, so that separable kernels win longer."""

see = "convolution_theorem#what-each-costs"

separable_crossovers = [63, 93]
