"""The sum is made in half precision, with an error of one in a thousand: convert the map before it is summed."""

see = "convolution_theorem#on-a-projection"

with mrcfile.open("data/helices.mrc") as file:
    projection = file.data.sum(axis=0)
