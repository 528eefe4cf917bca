#!/usr/bin/env bash
# Checks many random programs, from a seed that it prints, in vectors of each width and as OpenCL C run natively:
#   Tests/random-programs.sh [THOUSANDS] [SEED]
# Without these, one thousand from a random seed. A failure shows the smallest program that differs, and its seed.
set -euo pipefail
cd "$(dirname "$0")/.."
thousands=${1:-1} seed=${2:-$(od -An -N3 -tu4 /dev/urandom | tr -d ' ')}

# Twelve batches follow each other: eight in vectors, four natively.
export RANDOM_PROGRAMS=$(((thousands * 1000 + 11) / 12)) RANDOM_SEED=$seed
echo "$((RANDOM_PROGRAMS * 12)) programs from seed $seed"
dotnet test -c Release Tests --nologo --filter 'FullyQualifiedName~RandomProgramTests&FullyQualifiedName~in_vectors|FullyQualifiedName~NativeProgramTests'
