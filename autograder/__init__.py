"""The grading engine of the cryo-EM mathematics course.

The package contains no exercise. Modules are flat; read them in the order a submission flows through them: ``submission``, ``sandbox``
(with ``worker``, ``confine``, ``shell`` and ``guards`` on the untrusted side), ``student``, ``suite`` and ``checks``, ``diagnosis`` and
``search``, ``report``, ``render``.
"""

__version__ = "0.1.0"
