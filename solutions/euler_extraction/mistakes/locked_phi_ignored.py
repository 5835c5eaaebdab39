"""You kept psi = 0.2 although phi changed from 0 to 0.5: at gimbal lock both turn the same way, so psi has to make up for phi."""

locked_psi = (0.2, 0.2)
