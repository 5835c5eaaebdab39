"""You exchanged points and xi: points are where the function is known, xi where it is wanted."""

see = "interpolation#points-values-and-queries"
insertion = "BAC"
extraction = "CDB"
