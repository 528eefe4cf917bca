#!/usr/bin/env python3
"""The notebook's LSTM in JAX: an update, a solo, a thousand solos. A JSON line each.

Each is one compiled program (jax.jit) with a scan over the steps. The one-hot input is a gather, as in GpuJazz. Adam is written out.
"""
import os

import jax
import jax.numpy as jnp

from work import LEARNING_RATE, NOTES, SOLOS, arguments, report, sizes_of, timed

options = arguments(__doc__, ("fp32", "tf32", "bf16"))
jax.config.update("jax_default_matmul_precision", dict(fp32="float32", tf32="tensorfloat32", bf16="bfloat16")[options.precision])
device = jax.devices("gpu" if options.device == "cuda" else "cpu")[0]
threads = None if options.device == "cuda" else os.cpu_count()  # XLA takes all cores


def cell(weights, state, z):
    hidden, memory = state
    i, f, g, o = jnp.split(z + hidden @ weights["recurrent"] + weights["bias"], 4, axis=-1)
    memory = jax.nn.sigmoid(f) * memory + jax.nn.sigmoid(i) * jnp.tanh(g)
    return jax.nn.sigmoid(o) * jnp.tanh(memory), memory


def logits(weights, hidden):
    return hidden @ weights["dense_kernel"] + weights["dense_bias"]


def zeros(count, weights):
    return jnp.zeros((count, weights["recurrent"].shape[0])), jnp.zeros((count, weights["recurrent"].shape[0]))


def loss(weights, inputs, targets):
    def step(state, z):
        state = cell(weights, state, z)
        return state, state[0]

    _, hidden = jax.lax.scan(step, zeros(inputs.shape[1], weights), weights["kernel"][inputs])
    chosen = jnp.take_along_axis(jax.nn.log_softmax(logits(weights, hidden)), targets[..., None], axis=-1)
    return -chosen.sum() / inputs.shape[1]


@jax.jit
def update(weights, first, second, count, inputs, targets):
    gradient = jax.grad(loss)(weights, inputs, targets)
    first = jax.tree_util.tree_map(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
    second = jax.tree_util.tree_map(lambda v, g: 0.999 * v + 0.001 * g * g, second, gradient)
    size = LEARNING_RATE * jnp.sqrt(1 - 0.999 ** count) / (1 - 0.9 ** count)
    weights = jax.tree_util.tree_map(lambda p, m, v: p - size * m / (jnp.sqrt(v) + 1e-7), weights, first, second)
    return weights, first, second, count + 1


def improvise(weights, key, count, drawn):
    def note(carried, _):
        state, z, key = carried
        state = cell(weights, state, z)
        y = logits(weights, state[0])
        key, own = jax.random.split(key)
        token = jax.random.categorical(own, y) if drawn else jnp.argmax(y, axis=-1)
        return (state, weights["kernel"][token], key), token

    start = (zeros(count, weights), jnp.zeros((count, weights["bias"].shape[0])), key)
    return jax.lax.scan(note, start, None, length=NOTES)[1]


def measure(what, work, run, **more):
    times = timed(lambda: jax.block_until_ready(run()), options.seconds)
    report(f"JAX {jax.__version__} {options.precision}", device.device_kind, what, work, times, threads=threads, **more)


with jax.default_device(device):
    for work in sizes_of(options):
        weights = {name: jnp.asarray(value) for name, value in work.weights.items()}
        inputs, targets = jnp.asarray(work.inputs), jnp.asarray(work.targets)
        moments = jax.tree_util.tree_map(jnp.zeros_like, weights)
        state = [(weights, moments, moments, jnp.float32(1))]

        def one_update():
            state[0] = update(*state[0], inputs, targets)
            return state[0]

        measure("update", work, one_update, loss=float(jax.jit(loss)(weights, inputs, targets)))
        key = jax.random.PRNGKey(0)
        solo = jax.jit(lambda weights, key: improvise(weights, key, 1, False))
        measure("solos argmax", work, lambda: solo(weights, key), solos=1, notes=NOTES)
        many = jax.jit(lambda weights, key: improvise(weights, key, SOLOS, True))
        measure("solos drawn", work, lambda: many(weights, key), solos=SOLOS, notes=NOTES)
