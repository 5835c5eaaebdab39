# %% [markdown]
# # Defocus contrast
#
# Week W01, streams: blur and sharpen. About five and a half hours; read the chapter
# [Waves, phase and defocus](../../book/defocus_phase_contrast.md) first.
#
# Afterwards you can
#
# * compute the wavelength of an electron, the phase that a potential gives it, and the energy that it leaves in an atom;
# * take a wave out of focus, one- or two-dimensional, and make the image that a camera records;
# * say what linear theory predicts for that image, and measure where the prediction fails;
# * say why the zeros of the contrast transfer are seen in a micrograph, and why they are not quite zero.
#
# Sections 1 to 7, 10, 11 and 13 are for everybody; the others (the sharpen stream) need more calculus.
#
# **Rules used throughout.** Lengths are in Å, voltages in kV, spatial frequencies $s$ in 1/Å. $\lambda$ is the wavelength of the electron
# and $\Delta f$ the defocus, *positive for underfocus*. A wave runs as $e^{+2\pi i z/\lambda}$ along the beam ($z$), so that a positive
# potential advances its phase. Arrays have their origin at index `n // 2`, for even and odd `n`. Phases and the angles of this
# exercise are in radians, and where they are arguments or results their name says so. Numbers, lists and arrays are all welcome as results.

# %% given="imports"
import numpy as np

PLANCK = 6.62607015e-34  # h, J s
ELECTRON_MASS = 9.1093837139e-31  # m, at rest, kg
ELEMENTARY_CHARGE = 1.602176634e-19  # e, C
LIGHT_SPEED = 299792458.0  # c, m/s

# %% [markdown]
# ## 1. The wavelength
#
# An electron with the momentum $p$ has the wavelength $\lambda = h/p$, with Planck's constant $h$. Accelerated through $V$ volts it has
# the kinetic energy $eV$, with the elementary charge $e$. At 300 kV that is more than half of its rest energy $mc^2$ ($m$: its mass at
# rest; $c$: the speed of light), so the momentum has to be the relativistic one.

# %% solution="electron_wavelength"
def electron_wavelength(voltage):
    """Relativistic wavelength of an electron.

    Parameters
    ----------
    voltage : float or array_like
        Accelerating voltage in kV, positive: one number, or an array of any shape. Not changed.

    Returns
    -------
    float or array_like, shape of `voltage`
        Wavelength in Å.
    """
    ### BEGIN SOLUTION
    energy = ELEMENTARY_CHARGE * 1e3 * np.asarray(voltage, dtype=float)  # kinetic, J
    momentum = np.sqrt(2 * ELECTRON_MASS * energy * (1 + energy / (2 * ELECTRON_MASS * LIGHT_SPEED**2)))
    return 1e10 * PLANCK / momentum
    ### END SOLUTION

# %% example="electron_wavelength"
assert np.isclose(electron_wavelength(300), 0.0197, rtol=1e-2)
assert np.shape(electron_wavelength([100, 200])) == (2,)

# %% [markdown]
# ## 2. How much phase a potential gives
#
# A layer of thickness $t$ (in Å) with the mean inner potential $V_0$ (in V) advances the phase of the wave by $\sigma V_0 t$, with the
# interaction constant
#
# $$\sigma = \frac{2\pi\, m'\, e\, \lambda}{h^2}, \qquad m' = m\left(1 + \frac{eV}{mc^2}\right).$$

# %% solution="interaction_constant"
def interaction_constant(voltage):
    """Phase that an electron gains for each volt of potential and each ångström of path.

    Parameters
    ----------
    voltage : float or array_like
        Accelerating voltage in kV, positive: one number, or an array of any shape. Not changed.

    Returns
    -------
    float or array_like, shape of `voltage`
        The interaction constant σ in rad/(V Å).
    """
    ### BEGIN SOLUTION
    voltage = np.asarray(voltage, dtype=float)
    mass = ELECTRON_MASS + ELEMENTARY_CHARGE * 1e3 * voltage / LIGHT_SPEED**2
    per_metre = 2 * np.pi * mass * ELEMENTARY_CHARGE * electron_wavelength(voltage) * 1e-10 / PLANCK**2
    return per_metre * 1e-10
    ### END SOLUTION

# %% example="interaction_constant"
assert np.isclose(interaction_constant(300), 6.5e-4, rtol=1e-2)

# %% [markdown]
# ## 3. What the atom takes
#
# An electron that leaves a nucleus at the angle $\theta$ to the beam, without exciting anything (*elastically*), has changed its momentum,
# and the atom takes the difference. The electron is so light that it loses next to no energy: the *length* of its momentum stays the same.
# How much kinetic energy does the atom have afterwards, if it was at rest and is free to move?

# %% solution="recoil"
def recoil_energy_ev(voltage, angle_rad, mass_number):
    """Kinetic energy of an atom that has scattered an electron elastically.

    Parameters
    ----------
    voltage : float
        Accelerating voltage in kV, positive.
    angle_rad : float
        Angle between the directions of the electron before and after, in radians, 0 to π.
    mass_number : float
        Mass of the atom in atomic mass units; one is 931.494 MeV/c².

    Returns
    -------
    float
        Energy in eV. The momentum of the electron is relativistic and keeps its length; the atom, slow, has the energy q²/(2M).
    """
    ### BEGIN SOLUTION
    energy, rest = 1e3 * voltage, ELECTRON_MASS * LIGHT_SPEED**2 / ELEMENTARY_CHARGE  # eV
    transfer = 4 * energy * (energy + 2 * rest) * np.sin(angle_rad / 2) ** 2  # (q c)², eV²
    return transfer / (2 * 931.494e6 * mass_number)
    ### END SOLUTION

# %% example="recoil"
assert recoil_energy_ev(300, 0.0, 12) == 0
assert 10 < recoil_energy_ev(300, np.pi, 12) < 100  # thrown back by a carbon atom

# %% [markdown]
# ## 4. Small angles and large ones
#
# Two electrons of 300 keV are detected behind a layer of ice with protein, one 2 mrad from the direct beam and one 200 mrad from it, and a
# third is not detected at all. With the numbers of `recoil_energy_ev` where they help, explain in your own words (about 250 words)
#
# 1. what happened physically to the sample in the first two cases, if the scattering was elastic: how close to a nucleus the electron
#    passed, which distances in the structure it tells about, and how much momentum and energy the atom has taken, compared with the
#    3.6 eV that hold a carbon–carbon bond together;
# 2. what else can happen to an electron in the sample, what each of these does to the sample, and what it means for the image;
# 3. which of all these events does most of the damage, and what becomes of the electrons at large angles in the microscope.

# %% [markdown] written="small_and_large_angles"
# ### BEGIN SOLUTION
# Most electrons pass without any interaction. At 2 mrad an elastically scattered electron has passed a nucleus at some distance, where
# the other electrons screen its charge, and it tells about spacings λ/θ of about 10 Å. The momentum 2p sin(θ/2) is taken up by the atom,
# or by the ice as a whole; a carbon atom gains 0.07 meV, far less than its thermal energy (7 meV at 80 K): the sample is left as it was.
# At 200 mrad it has passed well inside the atom and has felt the nearly bare nucleus (about Z² as probable); it stands for 0.1 Å, no
# structure of a protein. A carbon atom takes 0.7 eV, less than a bond but much more than heat, a hydrogen atom 8.4 eV, which can break
# one. Thrown straight back, the electron leaves 71 eV to carbon: it knocks the atom out. This is rare.
#
# An inelastically scattered electron loses energy to the electrons of the sample: about 20 eV on average to valence electrons and plasmons,
# hundreds to inner shells. It hardly changes direction (below a mrad). Bonds break, radicals and secondary electrons spread, the specimen
# moves, charges up, gives off gas, hydrogen first, and a little X-rays and heat. Its wave no longer interferes with the direct beam:
# background, unless an energy filter takes it away. In carbon there are about three such events for each elastic one, and they do nearly
# all the damage (radiolysis). Further: scattering more than once in thick ice, backscattering, phonons. Electrons at large angles are
# stopped by the objective aperture, or lost in aberrations: where many are lost the image is darker, which is amplitude contrast.
#
# Rubric:
#
# * 1 point: small angle = distant passage, screened nucleus, large spacings (λ/θ); momentum and energy (meV or less) too small to matter.
# * 1 point: large angle = close passage, nearly bare nucleus, fine spacings; energies of an eV to tens of eV compared with a bond; rare.
# * 1 point: inelastic scattering with energies (tens of eV) and small angles, no interference with the direct beam, energy filter.
# * 1 point: its consequences for the sample (broken bonds, radicals, secondary electrons, charging), and that it does most of the damage.
# * 1 point: unscattered, multiply scattered or backscattered electrons, and the loss of large angles at the aperture as amplitude contrast.
# ### END SOLUTION

# %% [markdown]
# ## 5. The potential of a substance
#
# The potential of a free atom, integrated over all space, is $K f(0)$. Here $f(0)$ is the amplitude in Å with which the atom scatters
# electrons straight ahead, and $K = h^2/(2\pi m e) = 47.878$ V Å². The mean inner potential of a substance is
# the sum of these integrals over all atoms in a volume, divided by the volume; that atoms share electrons in bonds is neglected. The next
# cell has $f(0)$ (Peng et al. 1996, doi 10.1107/S0108767395014371) and the masses of some elements.

# %% given="atoms"
POTENTIAL_PER_AMPLITUDE = 47.878  # K, V Å²
FORWARD_AMPLITUDE = {"H": 0.5288, "C": 2.5088, "N": 2.2135, "O": 1.9834, "P": 5.4876, "S": 5.1604, "Fe": 7.1637, "Au": 10.5714}  # f(0), Å
ATOMIC_MASS = {"H": 1.008, "C": 12.011, "N": 14.007, "O": 15.999, "P": 30.974, "S": 32.06, "Fe": 55.845, "Au": 196.967}  # Da

# %% solution="mean_inner_potential"
def mean_inner_potential(composition, density_g_cm3):
    """Mean inner potential of a substance, from free atoms.

    Parameters
    ----------
    composition : dict
        Number of atoms of each element in one formula unit, such as {"H": 2, "O": 1}; the numbers need not be whole.
    density_g_cm3 : float
        Mass density in g/cm³; 1 g/cm³ is 0.602214 Da/Å³.

    Returns
    -------
    float
        Mean inner potential in V.
    """
    ### BEGIN SOLUTION
    integral = POTENTIAL_PER_AMPLITUDE * sum(count * FORWARD_AMPLITUDE[element] for element, count in composition.items())
    mass = sum(count * ATOMIC_MASS[element] for element, count in composition.items())
    return integral * 0.602214 * density_g_cm3 / mass
    ### END SOLUTION

# %% example="mean_inner_potential"
assert np.isclose(mean_inner_potential({"H": 2, "O": 1}, 0.93), 4.5, atol=0.1)  # vitreous ice

# %% [markdown]
# ## 6. A bead of gold
#
# Gold beads help to align tilt series. Take one of 100 Å diameter in vitreous ice of 0.93 g/cm³, at 300 kV. Gold has 19.3 g/cm³.

# %% solution="gold"
# gold_potential: mean inner potential of gold, in V
# gold_phase_rad: phase of the wave behind the centre of the bead, less that behind as much ice, in radians
### BEGIN SOLUTION
gold_potential = mean_inner_potential({"Au": 1}, 19.3)
gold_phase_rad = interaction_constant(300) * 100 * (gold_potential - mean_inner_potential({"H": 2, "O": 1}, 0.93))
### END SOLUTION

# %% example="gold"
assert gold_potential > 0 and gold_phase_rad > 0

# %% [markdown]
# ## 7. A phase grating
#
# The simplest specimen has one spatial frequency. It delays or advances the wave by $\varphi(x) = \varphi_0 \cos(2\pi x/d)$, with the phase
# amplitude $\varphi_0$ and the spacing $d$, and it takes no electron away. The wave that comes to it is 1 everywhere.

# %% solution="phase_grating"
def phase_grating(n, pixel_size, spacing, phase_amplitude_rad):
    """Wave right behind a phase grating, exp(iφ) with φ = phase_amplitude_rad · cos(2πx/spacing).

    Parameters
    ----------
    n : int
        Number of samples, even or odd.
    pixel_size : float
        Distance between samples, Å.
    spacing : float
        Period of the grating, Å.
    phase_amplitude_rad : float
        Amplitude of the phase in radians, of any size.

    Returns
    -------
    array_like of complex, shape (n,)
        The wave at x = (i - n // 2) · pixel_size for i = 0 to n - 1.
    """
    ### BEGIN SOLUTION
    x = (np.arange(n) - n // 2) * pixel_size
    return np.exp(1j * phase_amplitude_rad * np.cos(2 * np.pi * x / spacing))
    ### END SOLUTION

# %% example="phase_grating"
assert np.allclose(phase_grating(4, 1.0, 4.0, 0.5)[2], np.exp(0.5j))  # index 2 is x = 0

# %% [markdown]
# ## 8. What defocus adds
#
# Going from the focus to the defocus $\Delta f$ turns the component of the wave with the spatial frequency $s$ by
#
# $$\gamma(s) = \pi \lambda\, \Delta f\, s^2,$$
#
# where in two dimensions $s^2 = s_x^2 + s_y^2$.

# %% solution="defocus_phase"
def defocus_phase(shape, pixel_size, voltage, defocus):
    """The phase γ = πλΔf s² in radians, at the frequencies of numpy's transform.

    Parameters
    ----------
    shape : tuple of int
        Shape of the array that is to be transformed: (n,), or (rows, columns).
    pixel_size : float
        Distance between samples in Å, the same along both axes.
    voltage : float
        Accelerating voltage, kV.
    defocus : float
        Å, positive for underfocus; may be negative or zero.

    Returns
    -------
    array_like of float, of this shape
        γ with frequency 0 at index 0 of each axis (the order of np.fft.fftfreq). Not reduced to one turn.
    """
    ### BEGIN SOLUTION
    axes = np.meshgrid(*(np.fft.fftfreq(n, pixel_size) for n in shape), indexing="ij")
    return np.pi * electron_wavelength(voltage) * defocus * sum(s**2 for s in axes)
    ### END SOLUTION

# %% example="defocus_phase"
assert np.shape(defocus_phase((3, 4), 2.0, 300, 1e4)) == (3, 4)
assert np.allclose(defocus_phase((4,), 0.5, 300, 1e4)[:2], [0, 154.6], atol=0.1)

# %% [markdown]
# ## 9. Out of focus
#
# The *wave transfer* of free space is $e^{+i\gamma}$: the transform of the wave is multiplied by it. (Fresnel's approximation; the array is
# taken as periodic.)

# %% solution="propagate"
def propagate(wave, pixel_size, voltage, defocus):
    """The wave at another defocus: its transform is multiplied by exp(+iγ).

    Parameters
    ----------
    wave : array_like, shape (n,) or (rows, columns)
        Complex or real samples of the wave in focus, image[y, x]. Not changed.
    pixel_size : float
        Distance between samples, Å.
    voltage : float
        Accelerating voltage, kV.
    defocus : float
        Å, positive for underfocus; may be negative or zero.

    Returns
    -------
    array_like of complex, shape of `wave`
        The wave at this defocus, at the same positions, periodic at the borders.
    """
    ### BEGIN SOLUTION
    wave = np.asarray(wave)
    gamma = defocus_phase(wave.shape, pixel_size, voltage, defocus)
    return np.fft.ifftn(np.fft.fftn(wave) * np.exp(1j * gamma))
    ### END SOLUTION

# %% example="propagate"
assert np.allclose(propagate([1, 1j, 1, 1j], 1.0, 300, 0.0), [1, 1j, 1, 1j])
assert np.allclose(propagate([[1, 1, 1], [1, 1, 1]], 1.0, 300, 1e4), 1)  # a plane wave stays one

# %% [markdown]
# ## 10. The image

# %% solution="defocus_image"
def defocus_image(wave, pixel_size, voltage, defocus):
    """Image of a wave at a defocus, as the mean number of electrons that a camera would count where the wave 1 gives one electron.

    Parameters
    ----------
    wave : array_like, shape (n,) or (rows, columns)
        Complex or real samples of the wave in focus. Not changed.
    pixel_size : float
        Distance between samples, Å.
    voltage : float
        Accelerating voltage, kV.
    defocus : float
        Å, positive for underfocus; may be negative or zero.

    Returns
    -------
    array_like of float, shape of `wave`
        Real and not negative, at the same positions.
    """
    ### BEGIN SOLUTION
    return np.abs(propagate(wave, pixel_size, voltage, defocus)) ** 2
    ### END SOLUTION

# %% example="defocus_image"
assert np.allclose(defocus_image([2, 2, 2], 1.0, 300, 5e3), 4)

# %% [markdown]
# ## 11. The contrast of a grating
#
# The image of a grating of spacing $d$ is a constant plus cosines of the spacings $d$, $d/2$, $d/3$, … Its *contrast* is the number $C$ in
#
# $$I(x) = \bar I \left[1 + C \cos(2\pi x/d) + \text{terms with } \sin(2\pi x/d) \text{ and of spacings } d/2, d/3, \dots\right],$$
#
# with the mean $\bar I$ of the image. It has a sign: negative if the line at $x = 0$ is dark.

# %% solution="contrast"
def contrast(image, pixel_size, spacing):
    """Signed contrast of the cosine of one spacing in a one-dimensional image.

    Parameters
    ----------
    image : array_like, shape (n,)
        Intensities at x = (i - n // 2) · pixel_size; a whole number of periods, at least three samples in each. Not changed.
    pixel_size : float
        Distance between samples, Å.
    spacing : float
        Period of the cosine, Å.

    Returns
    -------
    float
        The number C above, no unit.
    """
    ### BEGIN SOLUTION
    image = np.asarray(image, dtype=float)
    x = (np.arange(image.size) - image.size // 2) * pixel_size
    return 2 * np.mean(image * np.cos(2 * np.pi * x / spacing)) / np.mean(image)
    ### END SOLUTION

# %% example="contrast"
assert np.isclose(contrast([1.5, 1.0, 0.5, 1.0], 1.0, 4.0), -0.5)  # dark at index 2, which is x = 0

# %% [markdown]
# ## 12. What linear theory says
#
# A *weak* phase object has $|\varphi| \ll 1$. To first order in $\varphi$, its image is
#
# $$I = 1 + \text{(a linear filter applied to } \varphi), $$
#
# which is why one function of $s$, the contrast transfer function, says it all. Find that filter with the chapter, and apply it here, for
# a phase of any size. (No weakness is tested here: the result is linear in $\varphi$ even where it no longer resembles the image.)

# %% solution="weak_phase_image"
def weak_phase_image(phase_rad, pixel_size, voltage, defocus):
    """Image of a phase object at a defocus, to first order in its phase.

    Parameters
    ----------
    phase_rad : array_like, shape (n,) or (rows, columns)
        Real phase in radians that the object adds; positive for a positive potential. Not changed.
    pixel_size : float
        Distance between samples, Å.
    voltage : float
        Accelerating voltage, kV.
    defocus : float
        Å, positive for underfocus; may be negative or zero.

    Returns
    -------
    array_like of float, shape of `phase_rad`
        Image, real, with a mean of 1; periodic at the borders.
    """
    ### BEGIN SOLUTION
    phase = np.asarray(phase_rad, dtype=float)
    transfer = -np.sin(defocus_phase(phase.shape, pixel_size, voltage, defocus))
    return 1 + 2 * np.fft.ifftn(np.fft.fftn(phase) * transfer).real
    ### END SOLUTION

# %% example="weak_phase_image"
assert np.allclose(weak_phase_image([0.3, 0.3, 0.3], 1.0, 300, 1e4), 1)  # a constant phase is invisible

# %% [markdown]
# ## 13. By hand
#
# At 200 kV, to four digits:
#
# 1. A weak phase grating has the spacing 12 Å. At which smallest underfocus is its contrast strongest, and at which is it gone for the
#    first time after that?
# 2. At which smallest underfocus is the *wave* behind a strong grating of 12 Å the same again as in focus, harmonics and all (not shifted
#    by half a period either)?
# 3. Which three largest spacings are missing from a picture of a weak phase object at 1.2 µm underfocus?

# %% solution="by_hand"
# first_maximum, first_zero, revival: defocus in Å of the grating of 12 Å, questions 1 and 2
# missing_spacings: three spacings in Å at 1.2 µm underfocus, the largest first
### BEGIN SOLUTION
wavelength = electron_wavelength(200)
first_maximum = 12**2 / (2 * wavelength)
first_zero = 12**2 / wavelength
revival = 2 * 12**2 / wavelength
missing_spacings = [np.sqrt(wavelength * 12000 / m) for m in (1, 2, 3)]
### END SOLUTION

# %% example="by_hand"
assert 0 < first_maximum < first_zero <= revival and len(missing_spacings) == 3

# %% [markdown]
# ## 14. The derivation
#
# Derive the image of the weak phase grating, $\varphi(x) = \varphi_0\cos(2\pi x/d)$, at the defocus $\Delta f$, from the wave in focus to
# $|\psi|^2$. Work in real space, with the three beams that the grating makes, and give a reason for every step:
#
# 1. write the wave behind the grating as a sum of plane waves, to first order in $\varphi_0$; give direction and phase of each;
# 2. find by how much the path of a tilted plane wave over the distance $\Delta f$ differs from that of the direct one, and where the
#    small angle is used; end with $\gamma$;
# 3. write down $\psi$ at the defocus and compute $\psi\psi^*$; say which terms you drop, and how large they are;
# 4. check the result: in focus, averaged over a period, and in sign.

# %% [markdown] written="derivation"
# ### BEGIN SOLUTION
# 1. exp(iφ) = 1 + iφ − φ²/2 − …; with φ₀ ≪ 1 the first two terms stay, the next is at most φ₀²/2. A cosine is half the sum of two
#    exponentials: ψ₀ = 1 + (iφ₀/2) exp(2πix/d) + (iφ₀/2) exp(−2πix/d). The direct beam has amplitude 1; two weak beams of amplitude φ₀/2
#    leave at ±θ with sin θ = λ/d, the factor i puts them a quarter of a turn ahead.
# 2. A plane wave at θ runs as exp(2πi(x sin θ + z cos θ)/λ). Over the distance z along the axis it gains 2πz cos θ/λ instead of 2πz/λ, so
#    compared with the direct beam it gains −2πz(1 − cos θ)/λ. Small angle: 1 − cos θ ≈ θ²/2 ≈ λ²/(2d²), next term relative λ²/(4d²). The
#    phase is −πλz/d². At underfocus the plane that is imaged lies before the specimen, z = −Δf, hence +πλΔf/d² = γ for both beams.
# 3. ψ = 1 + iφ₀ exp(iγ) cos(2πx/d) = (1 − φ₀ sin γ cos) + iφ₀ cos γ cos, where cos stands for cos(2πx/d). ψψ* is the sum of the squares:
#    1 − 2φ₀ sin γ cos + φ₀² cos² (sin²γ + cos²γ). Dropped: φ₀² cos². It is no larger than the φ² that step 1 left out, which must be put
#    back before any term of second order is kept (together they leave nothing in focus). Image: I = 1 − 2φ₀ sin γ cos(2πx/d).
# 4. Δf = 0: γ = 0, I = 1: a phase object is invisible in focus, as |exp(iφ)| = 1. The mean is 1: no electron is lost (the dropped term
#    would create φ₀²/2; the −φ²/2 of step 1 removes it from the direct beam). 0 < γ < π: dark where φ is positive, at underfocus, as the
#    convention says; contrast −2φ₀ sin γ = 2φ₀ · CTF.
#
# Rubric:
#
# * 2 points: expansion and three beams with amplitude, angle and the factor i; one point if i or the 1/2 is missing.
# * 2 points: path difference with cos θ, the small-angle step named, γ = πλΔf/d² with its sign reasoned; one point for γ alone.
# * 2 points: ψψ* multiplied out correctly, with the factor 2 from the two cross terms.
# * 1 point: says that φ₀² was dropped and that it is of the same order as what the expansion had left out.
# * 1 point: at least two of the three checks.
# ### END SOLUTION

# %% [markdown]
# ## 15. Where weak stops
#
# How large may the phase amplitude of a grating be before linear theory is off? Put the grating at the defocus where linear theory predicts
# the largest contrast, $|\sin\gamma| = 1$, and compare its contrast (section 11) with the prediction. The result depends neither on the
# spacing nor on the voltage: choose them as you like. Find the boundary with your own functions, or with the chapter's exact formula.

# %% solution="phase_limit"
def phase_limit_rad(tolerance):
    """Phase amplitude up to which linear theory predicts the contrast of a phase grating within a tolerance.

    Parameters
    ----------
    tolerance : float
        Largest accepted |exact − linear| / |linear| of the contrast at |sin γ| = 1; from 0.001 to 0.5.

    Returns
    -------
    float
        The largest phase amplitude in radians for which the difference stays within the tolerance, to 0.1 % of itself.
    """
    ### BEGIN SOLUTION
    n, spacing, voltage = 64, 50.0, 300
    pixel_size, defocus = spacing / n, spacing**2 / (2 * electron_wavelength(voltage))

    def shortfall(amplitude):
        image = defocus_image(phase_grating(n, pixel_size, spacing, amplitude), pixel_size, voltage, defocus)
        return abs(1 + contrast(image, pixel_size, spacing) / (2 * amplitude))

    low, high = 1e-3, 1.8  # the shortfall grows all the way from one to the other
    while high - low > 1e-5 * low:
        middle = (low + high) / 2
        low, high = (middle, high) if shortfall(middle) <= tolerance else (low, middle)
    return low
    ### END SOLUTION

# %% example="phase_limit"
assert 0.1 < phase_limit_rad(0.01) < 0.2

# %% [markdown]
# ## 16. Where small angles stop
#
# A plane wave at the angle $\theta$ to the axis has the spatial frequency $s = \sin\theta/\lambda$. Over the defocus $\Delta f$ its phase
# relative to the direct beam changes, without any approximation, by
#
# $$\gamma_{\text{exact}} = \frac{2\pi\Delta f}{\lambda}(1 - \cos\theta) = 2\pi\Delta f
#   \left(\frac{1}{\lambda} - \sqrt{\frac{1}{\lambda^2} - s^2}\right),$$
#
# of which $\gamma = \pi\lambda\Delta f s^2$ is the first term. Up to which angle do the two agree?

# %% solution="angle_limit"
def angle_limit_rad(voltage, defocus, tolerance_rad):
    """Scattering angle up to which Fresnel's γ is within a tolerance of the exact phase.

    Parameters
    ----------
    voltage : float
        Accelerating voltage, kV, positive; it may be low (0.1 kV).
    defocus : float
        Å, of either sign, or zero.
    tolerance_rad : float
        Largest accepted |γ_exact − γ| in radians, positive.

    Returns
    -------
    float
        The largest angle θ in radians, 0 to π/2, for which the difference stays within the tolerance (π/2 if it always does), to 0.1 %.
    """
    ### BEGIN SOLUTION
    difference = np.pi * abs(defocus) / electron_wavelength(voltage)  # at 90°; elsewhere times (1 − cos θ)²
    if difference <= tolerance_rad:
        return np.pi / 2
    return 2 * np.arcsin(np.sqrt(np.sqrt(tolerance_rad / difference) / 2))
    ### END SOLUTION

# %% example="angle_limit"
assert 0.01 < angle_limit_rad(300, 1e4, 0.1) < 0.1

# %% [markdown]
# ## 17. Do they hold?
#
# Use `phase_limit_rad`, `angle_limit_rad` and the phases of section 6 for numbers (about 250 words):
#
# 1. Which approximations does the derivation of section 14 make, and at which step does each enter?
# 2. Under which extreme conditions does each break down? Give the boundary that you measured, with the tolerance you chose.
# 3. Do such conditions occur in single-particle cryo-EM, in cryo-tomography, and elsewhere?

# %% [markdown] written="assumptions"
# ### BEGIN SOLUTION
# Small phase: exp(iφ) ≈ 1 + iφ, and |ψ|² without φ². Measured: contrast is off by 1 % at φ₀ = 0.142 rad, by 10 % at 0.455 rad, by half at
# 1.1 rad; second harmonics appear. A constant phase (the ice) does not count, only variations do. 100 Å of protein in ice make about 0.2
# rad at 300 kV in all, spread over many spatial frequencies: fine for one protein. A 100 Å gold bead makes 1.65 rad: not weak; nor are
# stain, crystals along a zone axis, a cell a few hundred nm thick (many proteins above each other), and everything at low voltage (σ
# grows by 1.4 from 300 to 100 kV).
#
# Small angle: cos θ ≈ 1 − θ²/2. At 300 kV and 1.5 µm the error reaches 0.1 rad at 20 mrad, spacings of 0.97 Å: never in cryo-EM. It would
# in holography with slow electrons, in electron diffraction at low energy, with X-rays or visible light at high aperture, or at a defocus
# of millimetres. Spherical aberration, which was left out, matters much earlier: (π/2)Csλ³s⁴ is 0.1 rad at 7.5 Å for Cs = 2.7 mm.
#
# Thin object (the wave behind it is incident wave times exp(iφ), no propagation inside): a depth t matters at spacings below about
# √(λt/2) to √(λt), 1.4 to 2 Å for 200 Å, 3 to 4 Å for 1000 Å: noticeable for large viruses and in tomography. Further: a coherent plane
# wave, elastic scattering only (three of four events in carbon are not), and no aperture: corrected for by envelopes and amplitude
# contrast.
#
# Rubric:
#
# * 1 point: small phase, and the step where it enters (expansion, and dropping the square).
# * 1 point: small angle, and the step where it enters (path difference).
# * 1 point: measured boundary in phase with its tolerance.
# * 1 point: measured boundary in angle with its tolerance, turned into a spacing.
# * 1 point: in single-particle work both hold, with numbers; tomography, gold, stain or thick cells strain the phase.
# * 1 point: another regime where one fails (crystals, low voltage, light, X-rays), or another assumption (thickness, Cs, coherence).
# ### END SOLUTION

# %% [markdown]
# ## 18. A thick layer
#
# The power spectrum of amorphous ice or carbon is proportional to $\sin^2\gamma$: rings, named after Thon. Atoms at the height $z$ above
# the middle of a layer are imaged at the defocus $\Delta f + z$. They are placed independently of those at other heights, so the powers
# of all heights add, and what is seen is the mean of $\sin^2\gamma$ over the thickness. (Every height counts alike.)

# %% solution="thick_layer"
def thick_layer_power(spatial_frequency, voltage, defocus, thickness):
    """Mean of sin²γ over the depth of a layer, which is the profile of its Thon rings.

    Parameters
    ----------
    spatial_frequency : float or array_like
        1/Å: one number, or several. Not changed.
    voltage : float
        Accelerating voltage, kV.
    defocus : float
        Defocus of the middle of the layer, Å, positive for underfocus.
    thickness : float
        Å; heights go from −thickness/2 to +thickness/2. May be zero.

    Returns
    -------
    float or array_like, shape of `spatial_frequency`
        Between 0 and 1, correct to 0.001.
    """
    ### BEGIN SOLUTION
    turns = electron_wavelength(voltage) * np.asarray(spatial_frequency, dtype=float) ** 2  # of 2γ, for each Å of defocus
    return (1 - np.cos(2 * np.pi * turns * defocus) * np.sinc(turns * thickness)) / 2
    ### END SOLUTION

# %% example="thick_layer"
assert np.isclose(thick_layer_power(0.0, 300, 1e4, 500), 0)
assert np.isclose(thick_layer_power(0.04, 300, 15873, 0), 1, atol=1e-3)  # an infinitely thin layer at γ = π/2

# %% [markdown]
# ## 19. Are the zeros seen?
#
# Theory says that spatial frequencies with $\gamma = \pi, 2\pi, \dots$ are absent from an image. Is that seen in practice, and why (not)?
# Say (about 200 words) where in a real micrograph one would look for the zeros and what one sees there; name at least three reasons why
# the minima are not zero and at least one why the rings fade towards high frequency; use `thick_layer_power` for one of them, with
# numbers; and say how a reconstruction gets hold of what the zeros have removed.

# %% [markdown] written="zeros_in_practice"
# ### BEGIN SOLUTION
# Yes: in the power spectrum of a micrograph of carbon or ice one sees Thon rings, bright where sin²γ is 1 and dark between; programs fit
# the defocus to the dark rings. In one particle image nothing of it is visible by eye, noise covers it. The minima are not zero, because
#
# * noise does not pass through sin γ: counting noise is white, inelastic electrons and the camera add a background. The background is
#   fitted and subtracted before the rings are compared;
# * the layer is thick: `thick_layer_power` at 1.5 µm and 300 kV is 0.01 in the minimum at 4.3 Å for a layer of 100 Å and 0.20 for
#   500 Å. At λts² = 1, which is 3.1 Å for 500 Å, rings vanish altogether, and beyond it bright and dark are exchanged. Tilt does
#   the same over the field of view, and particles at different heights have different zeros;
# * amplitude contrast shifts the zeros, it does not fill them; astigmatism makes the rings ellipses, a circular average blurs them.
#
# Towards high frequency the rings fade: the source has a finite size and energy spread, lens currents fluctuate, the specimen moves and its
# atoms with it, the camera blurs (envelopes, B factor). Rings narrower than the pixel of the power spectrum disappear as well.
#
# At a zero an image really has no signal. Images taken at other defoci have it there, so a data set is collected over, say, 0.8 to 2.5 µm
# and images are averaged with weights in proportion to their transfer; the sum of CTF² has no zeros, except near s = 0.
#
# Rubric:
#
# * 1 point: seen as Thon rings in power spectra of (amorphous) areas, dark rings where sin γ = 0.
# * 2 points: three reasons why minima are not zero (background noise, inelastic, thickness, tilt or heights, astigmatism in the average);
#   one point for two.
# * 1 point: an envelope as reason for the fading, and a number from `thick_layer_power` or the 3.1 Å.
# * 1 point: a range of defoci fills the gaps.
# ### END SOLUTION

# %% [markdown]
# ## 20. The atomic number
#
# Unstained biological specimens are faint beside specimens of heavier elements. Where in the equations of this week does the atomic
# number $Z$ enter (about 200 words)? Follow it from the charge of the nucleus to the contrast of an image; use the table of section 5 and
# the result of section 6; say how its influence differs between small and large angles, and between phase and amplitude contrast; and
# explain why for a protein it is not $Z$ alone that decides.

# %% [markdown] written="atomic_number"
# ### BEGIN SOLUTION
# None of σ, λ and γ knows about the specimen: Z enters through the potential V alone, and from there through φ = σ ∫V dz into the
# amplitude φ₀ of the scattered beams and the contrast −2φ₀ sin γ. The potential is that of Z positive charges at a point, screened by Z
# electrons around it. By Mott and Bethe f(s) ∝ (Z − f_x(s))/s², with f_x, the scattering of X-rays by the electrons, going from Z at s =
# 0 to 0 at large s. At small angles both cancel; what is left is given by the size of the atom and grows slowly and not steadily: f(0) is
# 2.51 Å for C (Z = 6), 2.21 for N, 1.98 for O, and 10.57 for Au, 4.2 times C for 13 times the charge. At large angles the screening is
# gone: f ∝ Z, intensity ∝ Z² (Rutherford), the total elastic cross-section about Z^(4/3), the inelastic one about Z^(1/3), so that their
# ratio falls as 1/Z: about 3 for carbon, below 1 for heavy atoms.
#
# Phase contrast goes with f near the forward direction, amplitude contrast with electrons lost at large angles, so heavy atoms raise
# w from under 0.1 to 0.2 or 0.3 (stain). What counts besides is the number of atoms per volume, and the surroundings: a protein
# (7.9 V) is seen against ice (4.5 V), 3.4 V of difference, mostly because it is denser, as its atoms C, N, O are alike. Gold (29.9 V) has
# 25.3 V: 1.65 rad for 100 Å instead of about 0.2. DNA is helped by phosphorus and by its density.
#
# Rubric:
#
# * 1 point: Z enters through the potential, then φ = σ∫V dz and φ₀; not through γ or λ.
# * 1 point: screened nucleus, with small and large angles told apart (f_x, or Z against the size of the atom; Z² at large angles).
# * 1 point: uses numbers of the table, and sees that f(0) is not proportional to Z.
# * 1 point: large-angle loss or inelastic scattering, amplitude contrast against phase contrast.
# * 1 point: density and the difference to ice; number for gold or protein.
# ### END SOLUTION
