"""The exercise's data: a 4 × 4 ramp."""

from pathlib import Path

import mrcfile
import numpy as np


def make_data(folder: Path) -> None:
    """Write ``ramp.mrc``, pixels 0 to 15, 2 Å a pixel."""
    with mrcfile.new(folder / "ramp.mrc", overwrite=True) as mrc:
        mrc.set_data(np.arange(16, dtype=np.float32).reshape(4, 4))
        mrc.voxel_size = 2.0
        mrc.header.label = b""  # mrcfile puts a date there
        mrc.header.label[0] = b"ramp of the exercise adding"
        mrc.header.nlabl = 1
