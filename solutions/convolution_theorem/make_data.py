"""Writes the map of the exercise, a bundle of four short helices, and a blurred, noisy projection of it."""

from pathlib import Path

import mrcfile
import numpy as np

SHAPE, VOXEL_SIZE = (41, 49, 54), 1.7
BLUR, NOISE = 2.5, 0.1
"""Standard deviation of the blur in Å, and of the noise that is added after it."""
HELICES = ((-4, -19, 0, 10, 36, 1), (2, -6, 8, -16, 32, -1), (-8, 8, -4, 22, 28, 1), (12, 20, 5, -6, 24, -1))
"""Middle (x, y, z) in Å, angle of the axis to x in degrees, residues, and whether it runs forwards."""


def helix(x, y, z, degrees, residues, way):
    """Positions of the C-alpha atoms of an alpha helix: 1.5 Å and 100 degrees a residue, radius 2.3 Å; shape (residues, 3) as (z, y, x)."""
    k = np.arange(residues)
    along, turn, axis = way * 1.5 * (k - residues / 2), np.deg2rad(100 * k), np.deg2rad(degrees)
    across = 2.3 * np.cos(turn)
    return np.stack([z + 0.1 * along + 2.3 * np.sin(turn), y + along * np.sin(axis) + across * np.cos(axis),
                     x + along * np.cos(axis) - across * np.sin(axis)], axis=1)


def density(atoms):
    """A Gaussian of 1.6 Å for each atom, voxel [z, y, x], the origin at index n // 2; separable, so a product of three for each atom."""
    axes = [np.exp(-(((np.arange(n) - n // 2) * VOXEL_SIZE - atoms[:, axis, None]) ** 2) / (2 * 1.6**2)) for axis, n in enumerate(SHAPE)]
    return np.einsum("az,ay,ax->zyx", *axes)


def blurred(image):
    """The image after a Gaussian blur with a border that wraps around, and white noise."""
    rows, columns = (np.fft.fftfreq(n, VOXEL_SIZE) for n in image.shape)
    transfer = np.exp(-2 * np.pi**2 * BLUR**2 * (rows[:, None] ** 2 + columns**2))
    noise = NOISE * np.random.default_rng(5).standard_normal(image.shape)
    return np.fft.ifft2(np.fft.fft2(image) * transfer).real + noise


def write(path, data, label):
    """One map with its voxel size in the header, and no date."""
    with mrcfile.new(path, data=data, overwrite=True) as file:
        file.voxel_size = VOXEL_SIZE
        file.header.label[:] = b""
        file.header.label[0] = label
        file.header.nlabl = 1


def make_data(folder: Path) -> None:
    """Write ``helices.mrc`` (half precision) and ``blurred.mrc``; both rounded, so that the last bit of exp and cos does not matter."""
    folder.mkdir(parents=True, exist_ok=True)
    volume = np.round(density(np.concatenate([helix(*helical) for helical in HELICES])) * 4096) / 4096
    write(folder / "helices.mrc", volume.astype(np.float16), b"Toy bundle of four helices")
    image = np.round(blurred(volume.sum(axis=0)) * 1024) / 1024
    write(folder / "blurred.mrc", image.astype(np.float32), b"Projection of the toy bundle, blurred by a Gaussian of 2.5 A")
