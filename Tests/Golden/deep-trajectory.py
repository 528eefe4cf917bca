#!/usr/bin/env python3
"""Makes deep-trajectory.json: training runs of models with several LSTM layers, in float64, by PyTorch's automatic differentiation.

    python3 Tests/Golden/deep-trajectory.py > Tests/Golden/deep-trajectory.json

Nothing of GpuJazz is used: the cell, Philox4x32-10, Keras' optimisers and the clipping are written out here once more.
Parameter q, counted over lstm.kernel, lstm.recurrent_kernel, lstm.bias, lstm_1.kernel ... dense.kernel, dense.bias, row-major, starts at
0.3 sin(0.37 q). Token t of sequence i is (7 i^2 + 13 t + 3 i t) mod V; the first input is the zero vector, the last target none.
loss[k] is the loss before update k + 1, with what is dropped in that update; the last is that of one update more.
"""
import json
import math

import torch

torch.set_default_dtype(torch.float64)
M, T, H, V = 5, 8, 6, 11
UPDATES = 20
SEED = 1959
MASK = 0xFFFFFFFF


def philox(key, counter):
    """The first word of Philox4x32-10 (Salmon et al., 2011)."""
    for _ in range(10):
        first, third = 0xD2511F53 * counter[0], 0xCD9E8D57 * counter[2]
        counter = ((third >> 32) ^ counter[1] ^ key[0], third & MASK, (first >> 32) ^ counter[3] ^ key[1], first & MASK)
        key = ((key[0] + 0x9E3779B9) & MASK, (key[1] + 0xBB67AE85) & MASK)
    return counter[0]


def mask(rate, update, layer):
    """What a step, a sequence and a unit are multiplied by, [T, M, H]."""
    uniform = lambda t, i, j: (philox((SEED, update), (j, i, t, layer)) >> 8) / 2**24
    kept = [[[uniform(t, i, j) >= rate for j in range(H)] for i in range(M)] for t in range(T)]
    return torch.tensor(kept).double() / (1 - rate)


def shapes(layers):
    of_layer = lambda inputs: [(inputs, 4 * H), (H, 4 * H), (4 * H,)]
    return sum([of_layer(V if layer == 0 else H) for layer in range(layers)], []) + [(H, V), (V,)]


def loss_of(flat, layers, rate, update):
    tensors, start = [], 0
    for shape in shapes(layers):
        tensors.append(flat[start : start + math.prod(shape)].view(shape))
        start += math.prod(shape)
    token = lambda i, t: (7 * i * i + 13 * t + 3 * i * t) % V
    x = torch.zeros(T, M, V)
    for t in range(1, T):
        for i in range(M):
            x[t, i, token(i, t)] = 1
    for layer in range(layers):
        kernel, recurrent, bias = tensors[3 * layer : 3 * layer + 3]
        h, c, outputs = torch.zeros(M, H), torch.zeros(M, H), []
        for t in range(T):
            i, f, g, o = (x[t] @ kernel + h @ recurrent + bias).split(H, 1)
            c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
            h = torch.sigmoid(o) * torch.tanh(c)
            outputs.append(h)
        x = torch.stack(outputs)
        if rate > 0:
            x = x * mask(rate, update, layer)
    logits = x @ tensors[-2] + tensors[-1]
    total = 0
    for t in range(T - 1):
        targets = torch.tensor([token(i, t + 1) for i in range(M)])
        total = total + torch.nn.functional.cross_entropy(logits[t], targets)
    return total


def run(name, layers, optimizer, rate, decay, dropout, clip_norm):
    count = sum(math.prod(shape) for shape in shapes(layers))
    p = 0.3 * torch.sin(0.37 * torch.arange(count))
    m, v = torch.zeros(count), torch.zeros(count)
    losses, norms = [], []
    for k in range(1, UPDATES + 2):
        p.requires_grad_(True)
        loss = loss_of(p, layers, dropout, k)
        (g,) = torch.autograd.grad(loss, p)
        p = p.detach()
        losses.append(loss.item())
        norms.append(g.norm().item())
        if k > UPDATES:
            break
        if clip_norm > 0 and g.norm() > clip_norm:
            g = g * clip_norm / g.norm()
        alpha = rate / (1 + decay * (k - 1))
        if optimizer == "adam":
            m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
            p = p - alpha * math.sqrt(1 - 0.999**k) / (1 - 0.9**k) * m / (v.sqrt() + 1e-7)
        else:
            v = 0.9 * v + 0.1 * g * g
            p = p - alpha * g / (v.sqrt() + 1e-7)
    return {
        "name": name, "m": M, "T": T, "H": H, "V": V, "layers": layers, "optimizer": optimizer, "learning_rate": rate, "decay": decay,
        "dropout": dropout, "clip_norm": clip_norm, "seed": SEED, "loss": losses, "gradient_norm": norms,
        "parameter_sum": p.sum().item(), "parameter_square_sum": (p * p).sum().item(),
    }


print(json.dumps([
    run("two layers, dropout, RMSprop", 2, "rmsprop", 0.001, 0.0, 0.25, 0.0),
    run("three layers, clipping, Adam", 3, "adam", 0.01, 0.01, 0.0, 0.5),
    run("one layer, dropout, clipping, RMSprop with decay", 1, "rmsprop", 0.005, 0.01, 0.5, 1.0),
], indent=1))
