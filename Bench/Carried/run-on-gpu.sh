#!/usr/bin/env bash
# Runs tests and benchmarks on this machine's best accelerator and writes results.json and results.md. It needs no .NET.
#   run-on-gpu.sh [--out FOLDER] [--tests 'NAME...'|none] [--bench 'GLOB...'|none] [--peers cuda|cpu|none]
# --tests takes parts of tests' names, --bench the names of benchmarks with *. Where python3 has PyTorch or JAX, they do the same work in turn
# on the device that --peers says.
# Where compute-sanitizer is on PATH, the kernels' tests run under its memcheck and racecheck too.
# Without NVRTC in the usual places, set CUDA_PATH to a CUDA toolkit.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$here/results tests='Tests.ILGPU Tests.Kernels Tests.Model' bench='*' peers=cuda
while [ $# -ge 2 ]; do
  case $1 in
    --out) out=$2 ;;
    --tests) tests=$2 ;;
    --bench) bench=$2 ;;
    --peers) peers=$2 ;;
    *) break ;;
  esac
  shift 2
done
[ $# -eq 0 ] || { sed -n 's/^#   //p' "$0" >&2; exit 2; }

export DOTNET_ROOT=$here/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
carried() { "$here/dotnet/dotnet" "$here/program/GpuJazz.Carried.dll" "$@"; }
mkdir -p "$out"
rm -f "$out"/{tests,bench,peers,results}.json "$out"/{peers,results}.md
set -f
failed=0
if [ "$tests" != none ]; then carried tests "$out" $tests || failed=1; fi
if [ "$bench" != none ]; then carried bench "$out" $bench || failed=1; fi

# NVIDIA's own check of what kernels do with memory, where its tool is: each kernel of the project, at the grid's small shapes.
if [ "$tests" != none ] && command -v compute-sanitizer >/dev/null; then
  for tool in memcheck racecheck; do
    if compute-sanitizer --tool "$tool" --target-processes all --error-exitcode 99 --log-file "$out/$tool.txt" \
      "$here/dotnet/dotnet" "$here/program/GpuJazz.Carried.dll" tests "$out/$tool" Tests.Kernels.OperationTests; then
      echo "ok      compute-sanitizer $tool"
    else
      failed=1
      echo "FAILED  compute-sanitizer $tool: see $out/$tool.txt"
    fi
  done
fi

# The notebook's size, a full GPU, and in each precision that the peers have there.
if [ "$peers" = cuda ]; then compared=(--sizes 60,30,64,78 3840,30,64,78 1024,30,1024,78 --precisions fp32 tf32 bf16); else compared=(); fi
if [ "$peers" != none ] && { python3 -c 'import torch' || python3 -c 'import jax'; } 2>/dev/null; then
  python3 "$here/peers/compare.py" --device "$peers" --gpujazz "$here/dotnet/dotnet $here/program/gpujazz.dll" --results "$out" --name peers "${compared[@]}" || failed=1
fi

carried report "$out" || failed=1
echo "$out/results.json and results.md"
exit $failed
