"""The gaps are divided by the transfer function of the continuous operation: they are plain differences."""

see = "convolution_theorem#three-filters-in-both-spaces"

gaps = [1.0, 0.570796, 0.540011]
