#!/usr/bin/env bash
# Lints the Lua of the Neovim plugin and of its tests, and checks that it is formatted.
# luacheck comes from Debian, StyLua from npm into the cache of this user, each where it
# is missing.
#
#   lint.sh [--write]     with `--write` the files are formatted
set -euo pipefail
cd "$(dirname "$0")/../../.."
stylua=${XDG_CACHE_HOME:-$HOME/.cache}/prompt-lsp-editors/stylua

if ! command -v luacheck >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -y -qq install --no-install-recommends lua-check >/dev/null
fi
if [ ! -e "$stylua/.done" ]; then
  npm install --silent --no-fund --no-audit --prefix "$stylua" @johnnymorganz/stylua@2.5.2
  touch "$stylua/.done"
fi

luacheck -q --config editors/nvim/.luacheckrc editors/nvim tests/editors/nvim
mapfile -t files < <(git ls-files 'editors/nvim/*.lua' 'tests/editors/nvim/*.lua')
node tests/editors/nvim/format.mjs "$stylua" "$@" "${files[@]}"
