#!/bin/sh
# Bundles the editor into src/main/web/editor.js, out of the packages that package-lock.json names. The same sources give
# the same bytes. "--check" bundles aside and compares.
set -eu
cd "$(dirname -- "$0")"
wanted=../web/editor.js
made=$wanted
[ "${1:-}" != --check ] || made=$(mktemp)
if ! { [ -d node_modules ] || npm ci --no-audit --no-fund --silent; }; then
  echo "The packages of the editor cannot be fetched by npm; its bundle was not looked at." >&2
  [ "${1:-}" = --check ] && [ "${CI:-}" != true ] || exit 1
  exit 0
fi
node_modules/.bin/esbuild main.js --bundle --format=esm --target=es2023 --minify --legal-comments=none --charset=utf8 \
  --banner:js='/* The editor of a story, from src/main/editor by "./rotative bundle". Contains TipTap and ProseMirror (MIT licence). */' \
  --log-level=warning --outfile="$made" --allow-overwrite
[ "${1:-}" = --check ] || exit 0
if cmp -s "$made" "$wanted"; then rm -f "$made"; exit 0; fi
rm -f "$made"
echo 'src/main/web/editor.js is not what src/main/editor makes: run ./rotative bundle.' >&2
exit 1
