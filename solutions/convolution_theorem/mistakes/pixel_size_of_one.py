"""The pixel size is taken to be 1 Å: the header of the file has it."""

see = "convolution_theorem#on-a-projection"

pixel_size = 1.0
