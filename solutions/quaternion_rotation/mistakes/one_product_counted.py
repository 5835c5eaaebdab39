"""Only one Hamilton product was counted: q p q⁻¹ is two of them, sixteen multiplications each."""
see = "quaternions#quaternion-or-matrix"
multiplications_per_point = (16, 9)
