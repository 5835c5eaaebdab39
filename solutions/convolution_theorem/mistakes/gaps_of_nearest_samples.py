"""The box is given a length of 4, the distance from the first sample to the last: each of the five stands for a length of 1."""

see = "convolution_theorem#three-filters-in-both-spaces"

gaps = [0.0071919, 0.247382, 5.869604]
