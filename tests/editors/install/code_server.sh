#!/usr/bin/env bash
# Installs code-server (the workbench, extension host and server of VS Code) and
# playwright-core into a folder, from npm alone, and Chromium from Debian.
# It takes about two minutes and 850 MB, and the rights to install Debian packages
# where Chromium is missing.
#
#   code_server.sh DEST
#
# DEST/node.path then names the Node that code-server wants, DEST/cs and DEST/pw hold
# the two. A finished DEST is left as it is.
set -euo pipefail
dest=$1
[ -e "$dest/.done" ] && exit 0
mkdir -p "$dest"/{node,cs,pw}
exec 9>"$dest/.lock"
flock 9
[ -e "$dest/.done" ] && exit 0

if ! command -v chromium >/dev/null || ! dpkg -s libkrb5-dev >/dev/null 2>&1; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq update
  apt-get -y -qq install --no-install-recommends chromium libkrb5-dev >/dev/null
fi

install() { # FOLDER PACKAGE
  (
    cd "$dest/$1"
    [ -e package.json ] || npm init -y >/dev/null
    npm install --silent --no-fund --no-audit "$2" >>"$dest/install.log" 2>&1
  )
}
# code-server wants Node 24; the package carries it with the headers that the native
# modules are built with.
install node node@24
node=$(dirname "$(dirname "$(find "$dest/node/node_modules" -path '*node-linux-*/bin/node' | head -n 1)")")
export PATH=$node/bin:$PATH npm_config_nodedir=$node
install cs code-server@4.139.1
install pw playwright-core@1.65.1
echo "$node" >"$dest/node.path"
"$dest/cs/node_modules/.bin/code-server" --version
touch "$dest/.done"
