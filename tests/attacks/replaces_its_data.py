"""Replaces the folder `data`, which is a link in its own home, by one of its own; deserves only what it answers right."""
# deserves: 1
import os

os.remove("data")
os.mkdir("data")
open("data/ramp.mrc", "w").write("mine")
answer = 120.0
