"""Simulates the micrographs and templates of the exercise: barrels like the 20S proteasome in ice, an edge of carbon, contamination.

The hidden checks import this file for the true positions and for micrographs with other seeds.
"""

from functools import cache
from pathlib import Path

import mrcfile
import numpy as np

VOLTAGE, WAVELENGTH, SPHERICAL_ABERRATION, AMPLITUDE_CONTRAST = 300.0, 0.019687, 2.7e7, 0.1  # kV, Å, Å, fraction
BOX, RESOLUTION, SPACING = 64, 20.0, 165.0  # template side in pixels; low-pass of the templates and nearest two centres, Å
SUBUNITS = [(37 * np.cos(a), 37 * np.sin(a), z)  # four rings of seven, Å; the inner two are turned against the outer two
            for z, start in ((-55.5, 0.0), (-18.5, 0.3), (18.5, -0.3), (55.5, 0.0)) for a in start + 2 * np.pi * np.arange(7) / 7]
CONTRAST, NOISE = 0.06, 0.05  # of one subunit; shot noise of 400 electrons a pixel
SUBUNIT_WIDTH = 12.0  # standard deviation of the Gaussian that stands for a subunit, Å

MICROGRAPH = {"shape": (928, 1024), "pixel_size": 3.4, "defocus": 18000.0, "seed": 20, "particles": 80, "carbon": True, "ice": 5}
PRACTICE = {"shape": (352, 416), "pixel_size": 3.4, "defocus": 18000.0, "seed": 1, "particles": 16, "carbon": False, "ice": 2}


def frequencies(shape, pixel_size):
    """Length of the spatial frequency of every element of ``rfft2`` of an image, 1/Å."""
    return np.hypot(np.fft.fftfreq(shape[0], pixel_size)[:, None], np.fft.rfftfreq(shape[1], pixel_size))


def ctf(s, defocus):
    """Contrast transfer function with an envelope of B = 150 Å²; protein is dark at positive defocus."""
    gamma = np.pi * WAVELENGTH * defocus * s**2 - np.pi / 2 * SPHERICAL_ABERRATION * WAVELENGTH**3 * s**4
    w = AMPLITUDE_CONTRAST
    return -(np.sqrt(1 - w**2) * np.sin(gamma) + w * np.cos(gamma)) * np.exp(-150 * s**2 / 4)


def filtered(image, transfer):
    """The image after multiplication of its transform by ``transfer``."""
    return np.fft.irfft2(np.fft.rfft2(image) * transfer, s=image.shape)


def barrel(azimuth, tilt, psi):
    """Where the subunits project to: x and y in Å, for a turn about the barrel's axis, a tilt of the axis, and a turn in the plane."""
    x, y, z = np.array(SUBUNITS).T
    x, y = x * np.cos(azimuth) - y * np.sin(azimuth), x * np.sin(azimuth) + y * np.cos(azimuth)
    x = x * np.cos(tilt) + z * np.sin(tilt)  # at a tilt of 90° the axis lies along x
    return x * np.cos(psi) - y * np.sin(psi), x * np.sin(psi) + y * np.cos(psi)


def add_barrel(image, pixel_size, y, x, angles):
    """Add one projected barrel, centre at (y, x) in pixels."""
    for dx, dy in zip(*barrel(*angles), strict=True):
        across = np.exp(-((np.arange(image.shape[1]) - x - dx / pixel_size) * pixel_size / SUBUNIT_WIDTH) ** 2 / 2)
        down = np.exp(-((np.arange(image.shape[0]) - y - dy / pixel_size) * pixel_size / SUBUNIT_WIDTH) ** 2 / 2)
        rows, columns = down > 1e-9, across > 1e-9
        image[np.ix_(rows, columns)] += np.outer(down[rows], across[columns])


def pose(view, rng):
    """Azimuth, tilt and in-plane angle of a top view (0) or a side view (1), in radians, a few degrees off the exact view."""
    return rng.uniform(0, 2 * np.pi), view * np.pi / 2 + np.deg2rad(3) * rng.standard_normal(), rng.uniform(0, 2 * np.pi)


def scene(shape, pixel_size, seed, particles, carbon, ice, **_):
    """What lies where: particles as rows (y, x, view, psi in degrees), ice as (y, x, radius), carbon as (y, x, radius of the hole)."""
    rng = np.random.default_rng(seed)
    height, width = shape
    hole = (0.62 * height, 0.4 * width, 0.62 * width) if carbon else None
    found, blobs, poses = [], [], []

    def free(y, x, distance):
        near = any(np.hypot(y - b, x - a) * pixel_size < distance + 1.2 * r * pixel_size for b, a, r in blobs)
        outside = hole is not None and np.hypot(y - hole[0], x - hole[1]) > hole[2] - 140 / pixel_size
        return not near and not outside and all(np.hypot(y - b, x - a) * pixel_size >= SPACING for b, a, *_ in found)

    edge = BOX / 2 + 2
    while len(blobs) < ice:
        radius = rng.uniform(130, 220) / pixel_size
        y, x = rng.uniform(edge, height - edge), rng.uniform(edge, width - edge)
        if free(y, x, 1.5 * radius * pixel_size):
            blobs.append((y, x, radius))
    while len(found) < particles:
        y, x = rng.uniform(edge, height - edge), rng.uniform(edge, width - edge)
        if free(y, x, 120):
            view = len(found) % 2
            angles = pose(view, rng)
            found.append((y, x, view, np.rad2deg(angles[2]) % 360))
            poses.append(angles)
    return np.array(found), poses, blobs, hole, rng


def micrograph(**settings):
    """Micrograph, arbitrary units, protein dark."""
    shape, pixel_size = settings["shape"], settings["pixel_size"]
    found, poses, blobs, hole, rng = scene(**settings)
    s = frequencies(shape, pixel_size)
    y, x = np.indices(shape)
    phase, transmission = np.zeros(shape), np.ones(shape)
    for row, angles in zip(found, poses, strict=True):
        add_barrel(phase, pixel_size, row[0], row[1], angles)
    texture = filtered(rng.standard_normal(shape), np.exp(-30 * s**2))
    phase += 0.9 * texture / texture.std()  # amorphous ice
    if hole is not None:
        beyond = 1 / (1 + np.exp(-(np.hypot(y - hole[0], x - hole[1]) - hole[2]) * pixel_size / 15))
        coarse = filtered(rng.standard_normal(shape), np.exp(-80 * s**2))
        phase += beyond * (3 + 2.5 * coarse / coarse.std())
        transmission -= 0.12 * beyond
    for b, a, radius in blobs:
        angle = np.arctan2(y - b, x - a)
        outline = radius * (1 + 0.12 * np.cos(2 * angle + b) + 0.06 * np.cos(5 * angle + a))
        thick = np.clip(1 - (np.hypot(y - b, x - a) / outline) ** 4, 0, None)
        phase += 5 * thick
        transmission -= 0.35 * thick
    transmission -= 0.03 * (x / shape[1] + 0.6 * (y / shape[0]) ** 2)  # ice thicker towards one corner
    image = transmission * (1 + CONTRAST * filtered(phase, ctf(s, settings["defocus"])))
    return image + NOISE * rng.standard_normal(shape)


@cache
def templates(pixel_size, defocus, resolution=RESOLUTION):
    """Top and side view as class averages: noise-free, CTF left in, protein bright, low-passed; the side's axis is along x."""
    rng = np.random.default_rng(7)
    side = 4 * BOX  # or the fringes of the CTF wrap round
    s = frequencies((side, side), pixel_size)
    views = []
    for view in (0, 1):
        image = np.zeros((side, side))
        for _ in range(60):
            azimuth, tilt, _psi = pose(view, rng)
            add_barrel(image, pixel_size, side // 2, side // 2, (azimuth, tilt, 0.0))
        image = filtered(image / 60, -ctf(s, defocus) / (1 + (s * resolution) ** 10))
        middle = slice(side // 2 - BOX // 2, side // 2 + BOX // 2)
        views.append(image[middle, middle])
    return np.array(views)


def write(path, data, pixel_size, label, stack=False):
    """Write an .mrc file without a date in it."""
    with mrcfile.new(path, data=data, overwrite=True) as file:
        if stack:
            file.set_image_stack()
        file.voxel_size = pixel_size
        file.header.label[:] = b""
        file.header.label[0] = label  # mrcfile's own label holds the date
        file.header.nlabl = 1


def as_int8(image):
    """The image on a scale of whole numbers from -128 to 127, its standard deviation at 20."""
    return np.clip(np.round((image - image.mean()) / image.std() * 20), -128, 127).astype(np.int8)


def make_data(folder: Path) -> None:
    """Write the micrograph, a small one to practise on with its coordinates, and the templates."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, settings in (("micrograph", MICROGRAPH), ("practice", PRACTICE)):
        write(folder / f"{name}.mrc", as_int8(micrograph(**settings)), settings["pixel_size"], b"Simulated barrels in ice")
    views = np.round(templates(MICROGRAPH["pixel_size"], MICROGRAPH["defocus"]) * 256) / 256
    write(folder / "templates.mrcs", views.astype(np.float16), MICROGRAPH["pixel_size"], b"Top and side view", stack=True)
    rows = [f"{x:10.2f} {y:10.2f} {int(view) + 1:3d}" for y, x, view, _ in scene(**PRACTICE)[0]]
    header = ["data_", "", "loop_", "_rlnCoordinateX #1", "_rlnCoordinateY #2", "_rlnClassNumber #3"]
    (folder / "practice.star").write_text("\n".join([*header, *rows, ""]), encoding="utf-8")
