#!/usr/bin/env bash
# How well tunes that are not learned are foretold, with and without their chords, beside counting; and whether solos of a model that
# hears chords keep to them. A table for each of the project's tunes, held out in turn, then the perplexity of all six together: the
# exponential of all nats over all tokens. Not a test: it takes a quarter of an hour, and nothing fails.
# Build first: dotnet build -c Release Host.
#
#     Tests/held-out.sh [deepjazz|absolute [more options of train, instead of those below]]
set -eu
cd "$(dirname "$0")/.."
gpujazz() { dotnet Host/bin/Release/net10.0/gpujazz.dll "$@" --accelerator cpu; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# One setting for all six tunes, and the same with chords and without.
options() {
    case $1 in
        deepjazz) echo --windows 600 --dropout 0.3 --patience 8 --rests none ;;
        absolute) echo --transpose all --windows 2400 --dropout 0.3 --patience 4 --rests melody ;;
        *) echo "Tests/held-out.sh takes deepjazz or absolute, not '$1'" >&2; return 2 ;;
    esac
}

# From the tables of evaluate: nats of each foreteller times the tokens that were foretold, added up by foreteller.
pooled() {
    awk '/^Held out:/ { match($0, /[0-9]+ tokens/); tokens = substr($0, RSTART, RLENGTH) + 0 }
         /│ (LSTM|5-gram|unigram)/ { split($0, cell, "│"); name = cell[2]; gsub(/^ +| +$/, "", name)
                                     nats[name] += cell[3] * tokens; all[name] += tokens }
         END { for (name in nats) printf "%s: perplexity %.2f\n", name, exp(nats[name] / all[name]) }' "$1"
}

measure() {
    local tokens=$1 condition seed
    shift
    : > "$folder/$tokens.txt"

    # These seeds hold out each of the six tunes that come with gpujazz once.
    for seed in ${SEEDS:-0 1 2 3 4 8}; do
        for condition in none chords; do
            gpujazz train --held-out 0.17 --seed "$seed" --tokens "$tokens" --condition "$condition" "$@" --out "$folder/$condition" | grep '^Held out: 1'
            gpujazz evaluate --model "$folder/$condition/best.safetensors" --count 0 | tee -a "$folder/$tokens.txt" | grep '│'
        done
    done
    echo "--tokens $tokens, all tunes together"
    pooled "$folder/$tokens.txt"

    # Of the last seed: the mean of many solos, over the tunes that were learned in turn, beside those tunes.
    for condition in none chords; do
        echo "200 solos, --tokens $tokens --condition $condition"
        gpujazz evaluate --model "$folder/$condition/best.safetensors" --count 200 --notes 60 | grep -E 'measure|chord tones' | head -2
    done
}

if [ $# -gt 1 ]; then
    measure "$@"
else
    for tokens in "${1:-deepjazz}" $([ $# -gt 0 ] || echo absolute); do
        chosen=$(options "$tokens")
        # shellcheck disable=SC2086 # several options
        measure "$tokens" $chosen
    done
fi
