#!/usr/bin/env python3
"""Runs GpuJazz and its peers in turn on the same work, and writes their times and ratios.

  dotnet build -c Release Host && Bench/peers/compare.py [--device cuda] [--sizes 60,30,64,78 …] [--precisions fp32 tf32 bf16]

Each round runs `gpujazz bench`, which verifies what it times, then each peer that is installed. The losses of the first update must
agree, so that all have done the same work. Writes NAME.json and NAME.md into Bench/results or --results, and prints the table.
"""
import argparse
import datetime
import json
import pathlib
import statistics
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent
PEERS = {"torch": "PyTorch", "jax": "JAX"}
WHAT = {"update": "update", "solos argmax": "1 solo", "solos drawn": "1000 solos"}
OWN = "GpuJazz"
SAME_LOSS = {"fp32": 1e-4, "tf32": 1e-2, "bf16": 5e-2}

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu")
parser.add_argument("--sizes", nargs="+", default=["60,30,64,78", "3840,30,64,78", "60,30,256,78"], metavar="m,T,H,V")
parser.add_argument("--rounds", type=int, default=2)
parser.add_argument("--precisions", nargs="+", choices=tuple(SAME_LOSS), default=["fp32"], help="of the factors of products")
parser.add_argument("--python", default=sys.executable, help="the Python that has the peers' packages")
parser.add_argument("--gpujazz", default=f"dotnet {root}/Host/bin/Release/net10.0/gpujazz.dll", help="the command that runs GpuJazz")
parser.add_argument("--results", type=pathlib.Path, default=root / "Bench" / "results", help="the folder of the files")
parser.add_argument("--name", help="of the files; the device and the day, if left out")
options = parser.parse_args()


def output_of(*command):
    result = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, cwd=here)
    if result.returncode != 0:
        sys.exit(f"compare.py: {' '.join(command)} ended with {result.returncode}; nothing is written")
    return result.stdout


def has(package):
    return subprocess.run([options.python, "-c", f"import {package}"], stderr=subprocess.DEVNULL, check=False).returncode == 0


def ours(precision):
    report = json.loads(output_of(*options.gpujazz.split(), "bench", "--json", "--quick", "--accelerator", options.device,
                                  "--precision", precision, "--sizes", *options.sizes))
    for row in report["measurements"]:
        row["program"] = OWN
    return report, report["measurements"]


def theirs(package, precision):
    lines = output_of(options.python, str(here / f"{package}_lstm.py"), "--device", options.device, "--seconds", "0.4",
                      "--precision", precision, "--sizes", *options.sizes)
    return [json.loads(line) for line in lines.splitlines()]


def require_same_loss(rows, precision):
    own = {size(row): row["loss"] for row in rows if row["program"] == OWN and row["what"] == "update"}
    for row in rows:
        if row["what"] == "update" and abs(row["loss"] - own[size(row)]) > SAME_LOSS[precision] * own[size(row)]:
            sys.exit(f"compare.py: at m,T,H,V = {size(row)} {row['program']} has loss {row['loss']}, GpuJazz {own[size(row)]}: "
                     "this is not the same work; nothing is written")


def size(row):
    return row["m"], row["T"], row["H"], row["V"]


def duration(us):
    value, unit = (us, "µs") if us < 1e3 else (us / 1e3, "ms") if us < 1e6 else (us / 1e6, "s")
    return f"{value:.3g} {unit}" if value < 1000 else f"{value:.0f} {unit}"


def table(rounds):
    """A row each size and kind of work: the median of the rounds' medians; a ratio is the median of the ratios within a round."""
    programs = list(dict.fromkeys(row["program"] for rows in rounds for row in rows if row["program"] != OWN))
    times = {}
    for rows in rounds:
        for row in rows:
            times.setdefault((size(row), row["what"], row["program"]), []).append(row["median_us"])
    head = ["m", "T", "H", "V", "", OWN, *programs]
    lines = ["| " + " | ".join(head) + " |", "|" + "--:|" * 4 + "---|" + "--:|" * (1 + len(programs))]
    for (shape, what, program), own in times.items():
        if program != OWN:
            continue
        cells = [*map(str, shape), WHAT[what], f"**{duration(statistics.median(own))}**"]
        for peer in programs:
            other = times.get((shape, what, peer))
            ratio = other and statistics.median(theirs / ours for theirs, ours in zip(other, own))
            cells.append(f"{duration(statistics.median(other))} ({ratio:.3g}×)" if other else "–")
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


packages = [package for package in PEERS if has(package)]
for package in PEERS:
    if package not in packages:
        print(f"{PEERS[package]} is left out: {options.python} has no package {package}", file=sys.stderr)

rounds = {precision: [] for precision in options.precisions}
for _ in range(options.rounds):
    for precision in options.precisions:
        machine, rows = ours(precision)
        for package in packages:
            rows += theirs(package, precision)
        require_same_loss(rows, precision)
        rounds[precision].append(rows)

version = output_of(*options.gpujazz.split(), "--version").strip()
day = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d")
name = options.name or f"{options.device}-{day}"
title = f"{machine['machine']}, {day}, GpuJazz {version}"
tables = "\n\n".join(f"Factors of {precision}:\n\n{table(of_it)}" for precision, of_it in rounds.items())
text = f"""# GpuJazz and its peers

{title}. {options.rounds} rounds, each program in turn; medians, and in brackets how many times as long the peer takes.
An update is forward, loss, backward and Adam; a solo has 50 notes. Made by `Bench/peers/compare.py`.

{tables}
"""
options.results.mkdir(parents=True, exist_ok=True)
(options.results / f"{name}.json").write_text(json.dumps(dict(machine=machine["machine"], date=day, version=version,
    peak_gflops=machine["peak_gflops"], rounds=rounds), indent=1) + "\n", encoding="utf-8")
(options.results / f"{name}.md").write_text(text, encoding="utf-8")
print(text)
