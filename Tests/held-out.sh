#!/usr/bin/env bash
# How well tunes that are not learned are foretold, with and without their chords, beside counting; and whether solos of a model that
# hears chords keep to them. A table for each of the project's tunes, held out in turn. Not a test: it takes minutes, and nothing fails.
# Build first: dotnet build -c Release Host.
#
#     Tests/held-out.sh [more options of train, instead of those below]
set -eu
cd "$(dirname "$0")/.."
gpujazz() { dotnet Host/bin/Release/net10.0/gpujazz.dll "$@" --accelerator cpu; }
options=("$@")
[ $# -gt 0 ] || options=(--windows 600 --dropout 0.3 --patience 8 --rests none)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# These seeds hold out each of the six tunes that come with gpujazz once.
for seed in ${SEEDS:-0 1 2 3 4 8}; do
    for condition in none chords; do
        gpujazz train --held-out 0.17 --seed "$seed" --condition "$condition" "${options[@]}" --out "$folder/$condition" | grep '^Held out: 1'
        gpujazz evaluate --model "$folder/$condition/best.safetensors" --count 0 | grep '│'
    done
done

# Of the last seed: the mean of many solos, over the tunes that were learned in turn, beside those tunes.
for condition in none chords; do
    echo "200 solos, --condition $condition"
    gpujazz evaluate --model "$folder/$condition/best.safetensors" --count 200 --notes 60 | grep -E 'measure|chord tones' | head -2
done
