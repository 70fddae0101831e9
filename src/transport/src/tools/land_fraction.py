#!/usr/bin/env python3
"""Derives the land fraction of the tracer model from Natural Earth's 1:110m land (public domain).

    python3 land_fraction.py land-110m.json > ../main/resources/org/ccdas/transport/surface/land-fraction.csv

Input: land-110m.json of the npm package world-atlas 2.0.2 (TopoJSON of Natural Earth). Each cell of
2.5 by 2.5 degrees is sampled at 10 x 10 points.
"""
import json
import sys

SIZE, SAMPLES = 2.5, 10


def rings(topology):
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(points)
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                points = []
                for index in ring:
                    arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                    points += arc[1:] if points else arc
                yield unrolled(points)


def unrolled(points):
    """The ring without jumps over the date line; one around the pole is closed along 90 S."""
    turned = [points[0]]
    for x, y in points[1:]:
        while x - turned[-1][0] > 180:
            x -= 360
        while x - turned[-1][0] < -180:
            x += 360
        turned.append((x, y))
    if abs(turned[-1][0] - turned[0][0]) > 180:
        turned += [(turned[-1][0], -90.0), (turned[0][0], -90.0), turned[0]]
    return turned


def crossings(all_rings, lat):
    found = []
    for ring in all_rings:
        for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
            if (y0 > lat) != (y1 > lat):
                found.append(x0 + (lat - y0) / (y1 - y0) * (x1 - x0))
    return sorted(found)


def main():
    all_rings = list(rings(json.load(open(sys.argv[1]))))
    print("# Land fraction in cells of 2.5 by 2.5 degrees, in ninths (0 sea, 9 land), from 180 W eastwards.")
    print("# Source: Natural Earth 1:110m land (public domain), through world-atlas 2.0.2; derived by")
    print("# src/transport/src/tools/land_fraction.py. lat_south: southern edge of the row, degrees north.")
    print("lat_south,ninths")
    south = -90.0
    while south < 90:
        lines = [crossings(all_rings, south + SIZE * (i + 0.5) / SAMPLES) for i in range(SAMPLES)]
        digits = ""
        west = -180.0
        while west < 180:
            land = 0
            for line in lines:
                for j in range(SAMPLES):
                    lon = west + SIZE * (j + 0.5) / SAMPLES
                    land += sum(1 for turn in (-360, 0, 360) for x in line if x < lon + turn) % 2
            digits += str(round(9 * land / SAMPLES**2))
            west += SIZE
        print("%g,%s" % (south, digits))
        south += SIZE


main()
