"""Writes the toy particles of the exercise: a body with an arm that swings about a hinge between two states."""

from pathlib import Path

import mrcfile
import numpy as np

IMAGES, BOX, PIXEL_SIZE, NOISE = 400, 12, 6.0, 0.5


def blob(centre_x, centre_y, width):
    """A round Gaussian for each centre, shape (centres, BOX, BOX); pixels counted from index BOX // 2."""
    y, x = np.indices((BOX, BOX)) - BOX // 2
    distance = (x - np.reshape(centre_x, (-1, 1, 1))) ** 2 + (y - np.reshape(centre_y, (-1, 1, 1))) ** 2
    return np.exp(-distance / (2 * width**2))


def make_data(folder: Path) -> None:
    """Write ``particles.mrcs``: 400 noisy projections of 12 x 12 pixels of 6 Å."""
    rng = np.random.default_rng(0)
    angle = np.deg2rad(rng.choice([-60, 60], IMAGES) + 20 * rng.standard_normal(IMAGES))
    arm = sum(blob(-0.5 + r * np.cos(angle), r * np.sin(angle), 1.1) for r in (2.2, 4.2))
    images = 1.5 * (1.2 * blob(-2.5, 0.0, 1.6) + arm) + NOISE * rng.standard_normal((IMAGES, BOX, BOX))
    images = np.round(images * 64) / 64  # a coarse grid: the same bytes whatever the last bit of exp and cos
    folder.mkdir(parents=True, exist_ok=True)
    with mrcfile.new(folder / "particles.mrcs", data=images.astype(np.float32), overwrite=True) as stack:
        stack.set_image_stack()
        stack.voxel_size = PIXEL_SIZE
        stack.header.label[:] = b""
        stack.header.label[0] = b"Toy particle with a swinging arm"  # mrcfile's own label holds the date
        stack.header.nlabl = 1
