"""This is the phase for each nanometre (or metre) of path; asked is that for each ångström."""
see = "defocus_phase_contrast#an-object-that-only-turns-the-arrow"
_interaction_constant = interaction_constant


def interaction_constant(voltage):
    return 10 * _interaction_constant(voltage)


def agrees(function, arguments, got):
    right = _interaction_constant(*arguments) if function == "interaction_constant" else np.nan
    return any(np.shape(got) == np.shape(right) and np.allclose(got, factor * right, rtol=3e-4, atol=0) for factor in (10, 1e10))
