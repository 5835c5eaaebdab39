"""The map is summed over its columns, the last axis: a volume is [z, y, x], so that z is the first."""

see = "convolution_theorem#on-a-projection"

with mrcfile.open("data/helices.mrc") as file:
    projection = file.data.astype(float).sum(axis=2)
