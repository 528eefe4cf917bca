#!/usr/bin/env python3
"""The notebook's LSTM in PyTorch: an update, a solo, a thousand solos. A JSON line each.

One-hot tokens -> torch.nn.LSTM -> torch.nn.Linear, cross-entropy summed over steps, torch.optim.Adam. On a GPU each is measured as it
is written (eager) and as a CUDA graph. On a CPU with as many threads as turn out fastest.
Debian: apt-get install --no-install-recommends python3-torch libopenblas0-pthread (with its reference BLAS, PyTorch is ten times slower).
"""
import contextlib
import os

import torch
import torch.nn.functional as F

from work import LEARNING_RATE, NOTES, SOLOS, arguments, report, sizes_of, timed

options = arguments(__doc__, ("fp32", "tf32", "bf16"))
device = torch.device(options.device)
on_gpu = device.type == "cuda"
device_name = torch.cuda.get_device_name(0) if on_gpu else "cpu"
torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = options.precision == "tf32"
autocast = (lambda: torch.autocast(device.type, torch.bfloat16)) if options.precision == "bf16" else contextlib.nullcontext


def waited(run):
    def whole():
        run()
        if on_gpu:
            torch.cuda.synchronize()

    return whole


def captured(run):
    """The launches of a run as a CUDA graph; run a few times before, as PyTorch asks for."""
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(3):
            run()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        run()
    return graph.replay


def fastest_threads(run):
    """Sets PyTorch to that number of threads, a power of two or all cores, with which three runs take the least time."""
    if on_gpu:
        return None
    cores = os.cpu_count()
    counts = sorted({cores, *(1 << power for power in range(cores.bit_length()) if 1 << power <= cores)})
    best = {}
    for count in counts:
        torch.set_num_threads(count)
        best[count] = min(timed(run, 0))
    chosen = min(best, key=best.get)
    torch.set_num_threads(chosen)
    return chosen


def measure(what, work, run, **more):
    modes = [("eager", run)] + ([("graph", captured(run))] if on_gpu else [])
    for mode, each in modes:
        threads = fastest_threads(waited(each))
        times = timed(waited(each), options.seconds)
        report(f"PyTorch {torch.__version__} {mode} {options.precision}", device_name, what, work, times, threads=threads, **more)


def network(work):
    """The LSTM and the dense layer with the common weights; PyTorch keeps matrices the other way round, and has two biases."""
    lstm, dense = torch.nn.LSTM(work.V, work.H), torch.nn.Linear(work.H, work.V)
    weights = {name: torch.from_numpy(value) for name, value in work.weights.items()}
    with torch.no_grad():
        lstm.weight_ih_l0.copy_(weights["kernel"].T)
        lstm.weight_hh_l0.copy_(weights["recurrent"].T)
        lstm.bias_ih_l0.copy_(weights["bias"])
        lstm.bias_hh_l0.zero_()
        dense.weight.copy_(weights["dense_kernel"].T)
        dense.bias.copy_(weights["dense_bias"])
    return lstm.to(device), dense.to(device)


def measure_update(work, lstm, dense):
    inputs = F.one_hot(torch.from_numpy(work.inputs).to(device), work.V).float()
    targets = torch.from_numpy(work.targets).to(device).reshape(-1)
    parameters = [*lstm.parameters(), *dense.parameters()]
    adam = torch.optim.Adam(parameters, lr=LEARNING_RATE, eps=1e-7, **(dict(capturable=True) if on_gpu else {}))

    def loss():
        with autocast():
            return F.cross_entropy(dense(lstm(inputs)[0]).reshape(-1, work.V), targets, reduction="sum") / work.m

    def update():
        adam.zero_grad(set_to_none=True)
        loss().backward()
        adam.step()

    with torch.no_grad():
        first = loss().item()
    measure("update", work, update, loss=first)


def measure_solos(work, lstm, dense):
    cell = torch.nn.LSTMCell(work.V, work.H).to(device)
    with torch.no_grad():
        for to, source in zip(cell.parameters(), lstm.parameters()):
            to.copy_(source)

    def improvise(count, pick):
        with torch.no_grad(), autocast():
            token = torch.zeros(count, work.V, device=device)
            hidden, state = torch.zeros(count, work.H, device=device), torch.zeros(count, work.H, device=device)
            for _ in range(NOTES):
                hidden, state = cell(token, (hidden, state))
                token = F.one_hot(pick(dense(hidden)), work.V).float()

    measure("solos argmax", work, lambda: improvise(1, lambda y: y.argmax(1)), solos=1, notes=NOTES)
    draw = lambda y: torch.multinomial(torch.softmax(y.float(), 1), 1)[:, 0]
    measure("solos drawn", work, lambda: improvise(SOLOS, draw), solos=SOLOS, notes=NOTES)


for work in sizes_of(options):
    lstm, dense = network(work)
    measure_update(work, lstm, dense)
    measure_solos(work, lstm, dense)
