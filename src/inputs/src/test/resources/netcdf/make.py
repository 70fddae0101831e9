"""Makes the files beside it, with the netCDF4 module (1.7, NetCDF 4.9).

What Java libraries do not write: compressions, chunks that were never written, CDF-5, types without sign.
"""
import netCDF4
import numpy as np

# 4 x 6 numbers 0, 1, ..., 23 in chunks of 2 x 3
FIELD = np.arange(24, dtype="f4").reshape(4, 6)


def file(name, format="NETCDF4"):
    data = netCDF4.Dataset(name, "w", format=format)
    data.createDimension("y", 4)
    data.createDimension("x", 6)
    return data


for name in ["zlib", "zstd", "bzip2"]:
    with file(name + ".nc") as data:
        v = data.createVariable("v", "f4", ("y", "x"), compression=name, chunksizes=(2, 3))
        v.units = "K"
        v[:] = FIELD

with file("szip.nc") as data:
    v = data.createVariable("v", "f4", ("y", "x"), compression="szip", szip_pixels_per_block=4, chunksizes=(2, 3))
    v[:] = FIELD

with netCDF4.Dataset("blosc.nc", "w") as data:
    # Blosc refuses what it cannot make smaller
    data.createDimension("z", 1000)
    v = data.createVariable("v", "f4", ("z",), compression="blosc_lz4", chunksizes=(1000,))
    v[:] = 1

with file("fletcher.nc") as data:
    v = data.createVariable("v", "f4", ("y", "x"), zlib=True, fletcher32=True, chunksizes=(2, 3))
    v.units = "K"
    v[:] = FIELD

with file("unwritten.nc") as data:
    # of four chunks the first alone is written
    v = data.createVariable("v", "f4", ("y", "x"), zlib=True, chunksizes=(2, 3), fill_value=-9)
    v[0:2, 0:3] = FIELD[0:2, 0:3]
    w = data.createVariable("w", "i2", ("y", "x"), chunksizes=(2, 3))
    w[0:2, 0:3] = FIELD[0:2, 0:3]
    n = data.createVariable("none", "f8", ("y", "x"), zlib=True, chunksizes=(2, 3))

with file("types.nc") as data:
    for kind in ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"]:
        v = data.createVariable(kind, kind, ("y", "x"), zlib=True, chunksizes=(2, 3))
        v.set_auto_maskandscale(False)
        v[:] = FIELD
        if kind[0] == "u":
            # the greatest but one, which is no default fill value, and the greatest as marker
            v.missing_value = np.iinfo(kind).max
            v[0, 0] = np.iinfo(kind).max - 1 if kind != "u8" else 2**63
            v[0, 1] = np.iinfo(kind).max

with file("cdf5.nc", "NETCDF3_64BIT_DATA") as data:
    data.createDimension("time", None)
    data.title = "CDF-5"
    for kind in ["i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"]:
        v = data.createVariable(kind, kind, ("y", "x"))
        v.set_auto_maskandscale(False)
        v[:] = FIELD
    r = data.createVariable("records", "i2", ("time", "x"))
    r.units = "K"
    r.scale_factor = 0.5
    r.set_auto_maskandscale(False)
    r[0:3, :] = FIELD[0:3, :]
    t = data.createVariable("time", "i8", ("time",))
    t.units = "milliseconds since 2010-01-01"
    t[:] = np.array([0, 86400000, 172800000])

with file("bytes.nc") as data:
    data.createDimension("n", 4)
    for name, kind, values in [
        ("unsigned", "u1", [0, 1, 254, 255]),
        ("signed", "i1", [-128, -127, 0, 127]),
        ("declared", "u1", [0, 1, 254, 255]),
        ("said", "i1", [0, 1, -2, -1]),
    ]:
        fill = 255 if name == "declared" else None
        v = data.createVariable(name, kind, ("n",), fill_value=fill)
        v.set_auto_maskandscale(False)
        v[:] = np.array(values, kind)
    # the attribute is text where people know it
    data["said"].setncattr("_Unsigned", np.int32(1))
