"""One section of the map is taken: a projection is the sum of all of them."""

see = "convolution_theorem#on-a-projection"

with mrcfile.open("data/helices.mrc") as file:
    projection = file.data[file.data.shape[0] // 2].astype(float)
