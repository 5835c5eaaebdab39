"""The mean over z is taken: a projection is a sum."""

see = "convolution_theorem#on-a-projection"

with mrcfile.open("data/helices.mrc") as file:
    projection = file.data.astype(float).mean(axis=0)
