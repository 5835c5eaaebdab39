"""Plain Python: the math module, lists of lists, arcsine with clipping as in the paper's figure, and one triple alone at gimbal lock."""

import math


def _product(a, b):
    return [[sum(a[i][k] * b[k][j] for k in range(3)) for j in range(3)] for i in range(3)]


def rotation_matrix(psi, theta, phi):
    about_x = [[1, 0, 0], [0, math.cos(psi), -math.sin(psi)], [0, math.sin(psi), math.cos(psi)]]
    about_y = [[math.cos(theta), 0, math.sin(theta)], [0, 1, 0], [-math.sin(theta), 0, math.cos(theta)]]
    about_z = [[math.cos(phi), -math.sin(phi), 0], [math.sin(phi), math.cos(phi), 0], [0, 0, 1]]
    return _product(about_z, _product(about_y, about_x))


hand_angles = [[-math.pi / 2, -7 * math.pi / 6, 0], [math.pi / 2, math.pi / 6, -math.pi]]
locked_psi = [0.7 - 2 * math.pi, -0.3]


def euler_angles(matrix):
    (r11, r12, r13), (r21, _, _), (r31, r32, r33) = [list(map(float, row)) for row in matrix]
    if math.hypot(r11, r21) < 1e-6:
        return [math.atan2(r12, r13), math.pi / 2, 0.0] if r31 < 0 else [math.atan2(-r12, -r13), -math.pi / 2, 0.0]
    theta1 = -math.asin(max(-1.0, min(1.0, r31)))
    answers = []
    for theta in (theta1, math.pi - theta1):
        c = math.cos(theta)
        answers.append([math.atan2(r32 / c, r33 / c), theta, math.atan2(r21 / c, r11 / c)])
    return answers


def relion_matrix(rot, tilt, psi):
    rot, tilt, psi = map(math.radians, (rot, tilt, psi))
    return _product(rotation_matrix(0, 0, rot), _product(rotation_matrix(0, tilt, 0), rotation_matrix(0, 0, psi)))


def relion_angles(matrix):
    (r11, _r12, r13), (r21, _r22, r23), (r31, r32, r33) = [list(map(float, row)) for row in matrix]
    tilt = math.acos(max(-1.0, min(1.0, r33)))
    if math.hypot(r13, r23) < 1e-6:
        rot, psi = (math.atan2(r21, r11), 0.0) if r33 > 0 else (math.atan2(-r21, -r11), 0.0)
    else:
        rot, psi = math.atan2(r23, r13), math.atan2(r32, -r31)
    return [math.degrees(rot), math.degrees(tilt), math.degrees(psi)]


def viewing_direction(rot, tilt):
    rot, tilt = math.radians(rot), math.radians(tilt)
    return [math.sin(tilt) * math.cos(rot), math.sin(tilt) * math.sin(rot), math.cos(tilt)]


def spherical_angles(direction):
    x, y, z = map(float, direction)
    length = math.sqrt(x * x + y * y + z * z)
    if length == 0:
        raise ValueError("zero vector")
    return [math.degrees(math.atan2(y, x)), math.degrees(math.acos(z / length))]
