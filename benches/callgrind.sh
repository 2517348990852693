#!/usr/bin/env bash
# Instructions a question takes, counted by valgrind: the same on a busy machine.
#
#   benches/callgrind.sh             as the files are now
#   benches/callgrind.sh REVISION    that revision of git too, and the ratio of now to then
#
# Chains and is-above are the same from run to run. Who-acts looks posts up in
# randomly seeded hash tables, so its last digits differ: some tenths of a per cent.
# What was counted is kept in `callgrind/` of the target folder, for
# `callgrind_annotate`.
set -euo pipefail
cd "$(dirname "$0")/.."

for tool in valgrind cargo; do
  command -v "$tool" >/dev/null || { echo "callgrind.sh: $tool is not installed" >&2; exit 1; }
done
target=${CARGO_TARGET_DIR:-$PWD/target}
kept=$target/callgrind
mkdir -p "$kept"
export CARGO_PROFILE_BENCH_DEBUG=line-tables-only

# The program that asks, built from the folder $1 into the folder $2. Not both
# revisions into one: cargo would take one for the other.
built() {
  (cd "$1" && cargo bench --locked --quiet --no-run --bench callgrind \
    --target-dir "$2" --message-format=json-render-diagnostics) |
    sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | tail -n 1
}

# The instructions that question $3, asked $4 times by the program $2, takes each;
# kept under the name $1.
counted() {
  valgrind --tool=callgrind --toggle-collect='*::ask_*' --callgrind-out-file="$kept/$1.$3.out" \
    "$2" "$3" 2>&1 >/dev/null |
    awk -v asked="$4" '/Collected *:/ { printf "%.2f", $NF / asked; found = 1 }
      END { if (!found) { print "callgrind.sh: valgrind counted nothing" > "/dev/stderr"; exit 1 } }'
}

here=$(built . "$target")
if [ $# -eq 0 ]; then
  printf '%-28s %12s\n' "instructions a question" now
else
  there=$kept/before
  rm -rf "$there"
  mkdir -p "$there"
  git archive "$1" | tar -x -m -C "$there"
  # The questions are those of today, whatever that revision asked.
  rm -rf "$there/benches/callgrind"
  cp -R benches/callgrind "$there/benches/"
  grep -q '^name = "callgrind"' "$there/Cargo.toml" ||
    printf '\n[[bench]]\nname = "callgrind"\npath = "benches/callgrind/main.rs"\nharness = false\n' \
      >>"$there/Cargo.toml"
  before=$(built "$there" "$kept/target")
  printf '%-28s %12s %12s %8s\n' "instructions a question" "$1" now ratio
fi

"$here" | while read -r question asked; do
  now=$(counted now "$here" "$question" "$asked")
  if [ $# -eq 0 ]; then
    printf '%-28s %12s\n' "$question" "$now"
  else
    was=$(counted before "$before" "$question" "$asked")
    ratio=$(awk -v now="$now" -v was="$was" 'BEGIN { printf "%.3f", now / was }')
    printf '%-28s %12s %12s %8s\n' "$question" "$was" "$now" "$ratio"
  fi
done
