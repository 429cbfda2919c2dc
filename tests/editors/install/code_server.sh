#!/usr/bin/env bash
# Installs code-server (the workbench, extension host and server of VS Code) and
# playwright-core into a folder, from npm alone, and what they need from Debian.
# It takes about two minutes and 850 MB, and the rights to install Debian packages
# where Chromium, npm or the headers of Kerberos are missing.
#
#   code_server.sh DEST
#
# DEST/node.path then names the Node that code-server wants, DEST/cs and DEST/pw hold
# the two. A finished DEST is left as it is.
set -euo pipefail
dest=$1
mkdir -p "$dest"/{node,cs,pw}
exec 9>"$dest/.lock"
flock 9

# The cache may be older than the machine that it is used on.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v npm >/dev/null || missing+=(npm)
if [ ! -e "$dest/.done" ]; then # native modules are built
  command -v g++ >/dev/null || missing+=(g++)
  command -v make >/dev/null || missing+=(make)
  command -v python3 >/dev/null || missing+=(python3)
  dpkg -s libkrb5-dev >/dev/null 2>&1 || missing+=(libkrb5-dev)
fi
if [ ${#missing[@]} -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -y -qq install --no-install-recommends "${missing[@]}" >/dev/null
fi
[ -e "$dest/.done" ] && exit 0

from_npm() { # FOLDER PACKAGE
  (
    cd "$dest/$1"
    [ -e package.json ] || npm init -y >/dev/null
    npm install --no-fund --no-audit "$2" >>"$dest/install.log" 2>&1
  ) || { tail -n 40 "$dest/install.log" >&2 && exit 1; }
}
# code-server wants Node 24; the package carries it with the headers that the native
# modules are built with.
from_npm node node@24
node=$(dirname "$(dirname "$(find "$dest/node/node_modules" -path '*node-linux-*/bin/node' | head -n 1)")")
export PATH=$node/bin:$PATH npm_config_nodedir=$node
from_npm cs code-server@4.139.1
from_npm pw playwright-core@1.65.1
echo "$node" >"$dest/node.path"
"$dest/cs/node_modules/.bin/code-server" --version
touch "$dest/.done"
