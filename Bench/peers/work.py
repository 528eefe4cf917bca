"""The work that each program here does, and how it is timed: the same as `gpujazz bench` (Model/Measuring).

Weights and tokens come from formulas, so that two programs that print the same loss have done the same sums.
"""
import argparse
import json
import time

import numpy as np

NOTES = 50
SOLOS = 1000
LEARNING_RATE = 1e-9  # so small that weights hardly move, however often the update runs


def hashed(count):
    """MurmurHash3's last step of 0 to count − 1."""
    q = np.arange(count, dtype=np.uint32)
    q ^= q >> np.uint32(16)
    q *= np.uint32(0x85EBCA6B)
    q ^= q >> np.uint32(13)
    q *= np.uint32(0xC2B2AE35)
    return q ^ (q >> np.uint32(16))


class Work:
    """A batch and a model: m sequences, T steps, H hidden units, V different tokens."""

    def __init__(self, m, T, H, V):
        self.m, self.T, self.H, self.V = m, T, H, V
        tokens = (hashed((T + 1) * m) % np.uint32(V)).astype(np.int64).reshape(T + 1, m)
        self.inputs, self.targets = tokens[:-1], tokens[1:]  # [T, m]
        shapes = dict(kernel=(V, 4 * H), recurrent=(H, 4 * H), bias=(4 * H,), dense_kernel=(H, V), dense_bias=(V,))
        sizes = [int(np.prod(shape)) for shape in shapes.values()]
        flat = ((hashed(sum(sizes)) / 2147483648.0 - 1) / np.sqrt(H)).astype(np.float32)
        parts = np.split(flat, np.cumsum(sizes)[:-1])
        self.weights = {name: part.reshape(shape) for (name, shape), part in zip(shapes.items(), parts)}  # gates i f g o


def arguments(description, precisions):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
    parser.add_argument("--sizes", nargs="+", default=["60,30,64,78"], metavar="m,T,H,V")
    parser.add_argument("--seconds", type=float, default=2, help="for each measurement; a quarter more warms up")
    parser.add_argument("--precision", choices=precisions, default="fp32")
    return parser.parse_args()


def sizes_of(options):
    return [Work(*map(int, size.split(","))) for size in options.sizes]


def timed(run, seconds):
    """Times of a run that returns when it is done, in seconds: at least three after the warm-up."""

    def repeat(length, least):
        times, start = [], time.perf_counter()
        while len(times) < least or time.perf_counter() - start < length:
            before = time.perf_counter()
            run()
            times.append(time.perf_counter() - before)
        return times

    repeat(seconds / 4, 1)
    return repeat(seconds, 3)


def report(program, device, what, work, times, **more):
    lower, median, upper = (float(f"{quantile * 1e6:.6g}") for quantile in np.quantile(times, (0.25, 0.5, 0.75)))
    row = dict(program=program, device=device, what=what, m=work.m, T=work.T, H=work.H, V=work.V,
               median_us=median, lower_quartile_us=lower, upper_quartile_us=upper, runs=len(times), **more)
    print(json.dumps(row), flush=True)
