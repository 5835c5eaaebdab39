"""Guards on forbidden functions: when they raise, when they do not, and what they leave as it was. In a process of their own."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest


def run(code: str) -> str:
    """The last line printed by ``code`` in a fresh interpreter with guards at hand."""
    return run_bare(f"import numpy as np, scipy.fft, scipy.interpolate, scipy.signal, scipy.spatial.transform\n{textwrap.dedent(code)}")


def run_bare(code: str) -> str:
    """The same, with nothing but the guards imported."""
    done = subprocess.run([sys.executable, "-c", f"import sys\nfrom autograder.guards import *\n{CALL}\n{code}"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()[-1]


CALL = """
def tell(function, *args):
    try:
        function(*args)
        return "works"
    except ForbiddenShortcut as error:
        return str(error)
"""


@pytest.mark.parametrize(("names", "call", "says"), [
    (["numpy.fft"], "np.fft.fft, [1, 2]", "numpy.fft.fft"), (["numpy.fft"], "np.fft.rfft2, np.ones((2, 2))", "numpy.fft.rfft2"),
    (["numpy.fft"], "np.linalg.inv, np.eye(2)", "works"), (["scipy.fft"], "scipy.fft.fft, [1.0, 2]", "scipy.fft.fft"),
    (["scipy.fft"], "scipy.signal.fftconvolve, [1.0, 2], [1.0, 2]", "scipy.fft."), (["numpy.linalg.inv"], "np.linalg.inv, np.eye(2)", "numpy.linalg.inv"),
    (["numpy.linalg.inv"], "np.linalg.det, np.eye(2)", "works"), (["scipy.interpolate"], "scipy.interpolate.griddata, [[0, 0]], [1], [[0, 0]]", "scipy.interpolate.griddata"),
    (["scipy.spatial.transform"], "scipy.spatial.transform.Rotation.from_matrix, np.eye(3)", "scipy.spatial.transform.Rotation.from_matrix"),
    (["scipy.interpolate"], "scipy.interpolate.LinearNDInterpolator, [[0, 0], [1, 0], [0, 1]], [1, 2, 3]", "scipy.interpolate.LinearNDInterpolator"),
])
def test_inside_the_block_the_name_is_told_and_others_work(names, call, says):
    """A module forbids its public functions and classes, a dotted name only itself, also when another library calls it."""
    assert run(f"{CALL}\ninstall({names})\nwith forbidding({names}):\n    print(tell({call}))").startswith(says)


def test_outside_the_block_and_for_other_tasks_everything_works():
    """Guards that are not active do nothing, and switch off when the call is over."""
    assert run(f"{CALL}\ninstall(['numpy.fft'])\nwith forbidding(['numpy.fft']):\n    pass\nprint(tell(np.fft.fft, [1, 2]))") == "works"
    assert run(f"{CALL}\ninstall(['numpy.fft', 'scipy.fft'])\nwith forbidding(['scipy.fft']):\n    print(tell(np.fft.fft, [1, 2]))") == "works"


def test_a_name_imported_before_the_guard_is_caught_too():
    """What is replaced is the function wherever a module holds it."""
    assert run(f"""
import types, sys
module = types.ModuleType("earlier"); sys.modules["earlier"] = module
from numpy.fft import fft
module.transform = fft
{CALL}
install(['numpy.fft'])
with forbidding(['numpy.fft']):
    print(tell(module.transform, [1, 2]))""") == "numpy.fft.fft"


def test_names_signatures_and_classes_stay_as_they_were():
    """help(), isinstance and subclasses still work on guarded things."""
    assert run("""
before = scipy.interpolate.CubicSpline
install(['numpy.fft', 'scipy.interpolate'])
spline = scipy.interpolate.CubicSpline([0, 1, 2], [0, 1, 4])
print(np.fft.fft.__name__, before is scipy.interpolate.CubicSpline, isinstance(spline, scipy.interpolate.PPoly), float(spline(1)))
""") == "fft True True 1.0"


def test_a_module_imported_later_is_guarded_when_it_is():
    """Installing guards imports nothing; the first import puts them in place, wherever it happens."""
    assert run_bare("""
install(["scipy.signal.czt", "scipy.fft"])
loaded = sorted(name for name in sys.modules if name.startswith("scipy."))
with forbidding(["scipy.signal.czt"]):
    from scipy.signal import czt
    print(loaded, tell(czt, [1.0, 2]), end=" ")
with forbidding(["scipy.fft"]):
    import scipy.fft
    print(tell(scipy.fft.rfft, [1.0, 2]), tell(czt, [1.0, 2])[:9])
""") == "[] scipy.signal.czt scipy.fft.rfft scipy.fft"


def test_a_name_that_does_not_exist_is_told():
    """Without importing for a module, with importing for what is in it."""
    assert run_bare("""
for name in ("nosuch", "nosuch.thing", "scipy.nosuch.thing"):
    try:
        install([name])
        print("accepted", name)
    except ImportError:
        pass
print(missing(["scipy.signal.nosuch", "nosuch.fft", "numpy.fft", "scipy.signal.czt", "scipy.nosuch"]))
""") == "['scipy.signal.nosuch', 'nosuch.fft', 'scipy.nosuch']"
