"""The grading engine of the cryo-EM mathematics course.

The package contains no exercise. Modules are flat; read them in the order a submission flows through them: ``submission``, ``sandbox``
(with ``worker``, ``confine``, ``shell`` and ``guards`` on the untrusted side), ``student``, ``suite`` and ``checks``, ``diagnosis`` and
``search``, ``report``, ``render``.
"""

import os

# before NumPy is loaded: several grading processes share the cores, and BLAS threads of each would only get in each other's way
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

__version__ = "0.1.0"
