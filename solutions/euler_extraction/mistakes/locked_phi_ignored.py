"""You kept psi = 0.2 although phi changed from 0 to 0.5: both turn about one line at gimbal lock, so psi must make up for phi."""

locked_psi = (0.2, 0.2)
