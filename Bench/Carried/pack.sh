#!/usr/bin/env bash
# Packs tests, benchmarks and a .NET runtime into out/gpujazz-on-gpu.tar.gz, for a Linux machine that has a GPU and no .NET:
#   Bench/Carried/pack.sh && scp out/gpujazz-on-gpu.tar.gz there: && ssh there 'tar xf gpujazz-on-gpu.tar.gz && gpujazz-on-gpu/run-on-gpu.sh'
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
target=$work/gpujazz-on-gpu
dotnet publish Bench/Carried -c Release -v quiet -nologo -p:UseAppHost=false -o "$target/program"

# What only Windows, a debugger or an IDE takes, and what the benchmarks' tool has for running outside of this process.
rm -rf "$target"/program/runtimes/win* "$target"/program/runtimes/osx* "$target"/program/*.pdb "$target"/program/{amd64,arm64,x86}
rm -f "$target"/program/{testhost*,Microsoft.VisualStudio.*,Microsoft.TestPlatform.*,xunit.runner.*}

# The runtime that this machine has: the newest that the program can run on.
runtime=$(dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \(10\.[^ ]*\) \[\(.*\)\]$/\2 \1/p' | tail -n 1)
[ -n "$runtime" ] || { echo 'pack.sh: no .NET 10 runtime is here' >&2; exit 1; }
shared=${runtime% *} version=${runtime##* } root=${runtime%/shared/*}
mkdir -p "$target/dotnet/shared/Microsoft.NETCore.App" "$target/dotnet/host/fxr"
cp -r "$shared/$version" "$target/dotnet/shared/Microsoft.NETCore.App/"
cp -r "$root/host/fxr/$version" "$target/dotnet/host/fxr/"
cp "$root/dotnet" "$root/LICENSE.txt" "$root/ThirdPartyNotices.txt" "$target/dotnet/"
cp Bench/Carried/run-on-gpu.sh "$target/"
cp -r Bench/peers "$target/"
rm -rf "$target/peers/__pycache__"
chmod +x "$target/run-on-gpu.sh"
mkdir -p out
tar -C "$work" -cf - gpujazz-on-gpu | gzip -9 >out/gpujazz-on-gpu.tar.gz
echo "out/gpujazz-on-gpu.tar.gz: $(($(stat -c %s out/gpujazz-on-gpu.tar.gz) / 1000000)) MB"
