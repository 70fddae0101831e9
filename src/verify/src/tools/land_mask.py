#!/usr/bin/env python3
"""Derives the land mask of the synthetic world from Natural Earth's 1:110m land (public domain).

    python3 land_mask.py land-110m.json > ../main/resources/org/ccdas/verify/world/land-mask.csv

Input: land-110m.json of the npm package world-atlas 2.0.2 (TopoJSON of Natural Earth). Each cell of a
grid of 12 degrees of latitude by 15 degrees of longitude is sampled at 40 x 40 points; it is kept when
at least 60 percent of them are land, between 60 S and 78 N, Greenland left out.
"""
import json
import sys

HEIGHT, WIDTH, SAMPLES = 12.0, 15.0, 40


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
                yield points


def crossings(all_rings, lat):
    found = []
    for ring in all_rings:
        for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
            if (y0 > lat) != (y1 > lat):
                found.append(x0 + (lat - y0) / (y1 - y0) * (x1 - x0))
    return sorted(found)


def main():
    all_rings = list(rings(json.load(open(sys.argv[1]))))
    print("# Land cells of the synthetic world. Source: Natural Earth 1:110m land (public domain),")
    print("# through world-atlas 2.0.2; derived by src/verify/src/tools/land_mask.py.")
    print("# lat, lon: centre of a cell of 12 x 15 degrees; land: share of the cell that is land.")
    print("lat,lon,land")
    row = 72.0
    while row >= -54:
        lines = [crossings(all_rings, row - HEIGHT / 2 + HEIGHT * (i + 0.5) / SAMPLES) for i in range(SAMPLES)]
        column = -172.5
        while column < 180:
            land = 0
            for line in lines:
                for j in range(SAMPLES):
                    lon = column - WIDTH / 2 + WIDTH * (j + 0.5) / SAMPLES
                    land += sum(1 for x in line if x < lon) % 2
            share = land / SAMPLES**2
            greenland = row > 58 and -60 < column < -15
            if share >= 0.6 and not greenland:
                print("%g,%g,%.3f" % (row, column, share))
            column += WIDTH
        row -= HEIGHT


main()
