#!/usr/bin/env bash
# Unpacks packages of a newer Debian suite, with all their libraries, into a folder
# beside the system's own, and changes nothing else. It needs no rights but apt-get.
# Programs run through the folder's own loader, so what they start is the machine's.
#
#   debian_tool.sh DEST PACKAGE...     SUITE is forky unless the environment says else
#   DEST/run PROGRAM ARGUMENT...
#
# A finished DEST only gets its `run` anew; two that come at once wait for each other.
set -euo pipefail
dest=$1
shift
mkdir -p "$dest"
exec 9>"$dest/.lock"
flock 9

write_run() {
  cat >"$dest/run.new" <<'RUN'
#!/usr/bin/env bash
# Runs a program of this folder with the libraries and the data of this folder.
root=$(cd "$(dirname "$0")" && pwd)
program=$1
shift
first() { for each in "$@"; do [ -e "$each" ] && { echo "$each"; return; }; done; }
case $program in
  hx) export HELIX_RUNTIME=$root/usr/lib/hx/runtime ;;
  nvim) export VIMRUNTIME=$root/usr/share/nvim/runtime ;;
  vim*) VIMRUNTIME=$(first "$root"/usr/share/vim/vim[0-9]*) && export VIMRUNTIME ;;
  emacs*) # it looks for all that it has where it was built to be
    data=$(first "$root"/usr/share/emacs/[0-9]*)
    EMACSPATH=$(first "$root"/usr/libexec/emacs/*/*-linux-gnu*)
    EMACSLOADPATH=$(find "$data/lisp" -type d ! -name obsolete ! -name term | paste -sd:)
    export EMACSDATA=$data/etc EMACSDOC=$data/etc EMACSPATH EMACSLOADPATH
    set -- --dump-file="$(first "$EMACSPATH"/*.pdmp)" "$@"
    ;;
esac
libraries=$(first "$root"/usr/lib/*-linux-gnu*)
loader=$(first "$libraries"/ld-linux-*.so.*)
exec "$loader" --library-path "$libraries" "$root/usr/bin/$program" "$@"
RUN
  chmod +x "$dest/run.new"
  mv "$dest/run.new" "$dest/run"
}

write_run
[ -e "$dest/.done" ] && exit 0

apt=$dest/.apt
rm -rf "$apt"
mkdir -p "$apt"/{etc/apt.conf.d,etc/preferences.d,state/lists/partial,cache/archives/partial}
: >"$apt/status" # nothing counts as installed, so every library comes along
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/*$')
echo "deb [trusted=yes] $mirror ${SUITE:-forky} main" >"$apt/etc/sources.list"
options=(
  -o Dir::Etc="$apt/etc" -o Dir::Etc::sourceparts=/dev/null
  -o Dir::State="$apt/state" -o Dir::State::status="$apt/status"
  -o Dir::Cache="$apt/cache" -o APT::Install-Recommends=0
  -o APT::Sandbox::User=root -o Acquire::Languages=none
)
apt-get "${options[@]}" -qq update
apt-get "${options[@]}" -y -qq --download-only install "$@" >/dev/null
for package in "$apt"/cache/archives/*.deb; do dpkg -x "$package" "$dest"; done
rm -rf "$apt"

touch "$dest/.done"
