" Vim syntax file
" Language: Prompty
" Front matter, roles and placeholders are those of any prompt.

runtime! syntax/llm-prompt.vim
let b:current_syntax = 'prompty'
