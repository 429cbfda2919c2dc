#!/usr/bin/env bash
# Installs editors that tests drive into the cache of this user, all of them if none is
# named. What is installed already takes no time.
#
#   editor.sh [code-server | emacs | helix | neovim | tmux | vim]...
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/prompt-lsp-editors
[ $# -gt 0 ] || set -- code-server emacs helix neovim tmux vim

for name in "$@"; do
  home=$cache/$name
  case $name in
    code-server) "$here/code_server.sh" "$home" ;;
    emacs) "$here/debian_tool.sh" "$home" emacs-nox ;;
    helix) "$here/debian_tool.sh" "$home" hx ;;
    neovim) "$here/debian_tool.sh" "$home" neovim ;;
    tmux) "$here/debian_tool.sh" "$home" tmux ncurses-term ;;
    vim) "$here/debian_tool.sh" "$home" vim vim-ale ;;
    *) echo "there is no recipe for the editor \`$name\`" >&2 && exit 2 ;;
  esac
done
