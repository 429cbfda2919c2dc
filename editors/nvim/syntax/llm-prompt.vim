" Vim syntax file
" Language: prompts of large language models
" A marker counts as one only where the API takes it for one: behind an empty line.

if exists('b:current_syntax')
  finish
endif

" YAML first: what it includes sets b:current_syntax.
syntax include @llmPromptYaml syntax/yaml.vim
unlet! b:current_syntax

syntax spell toplevel
syntax sync minlines=200

syntax region llmPromptFrontMatter matchgroup=llmPromptFence start=/\%^---\s*$/ end=/^---\s*$/ contains=@llmPromptYaml keepend

syntax match llmPromptHuman /\%(\%^\|^\s*\n\)\@<=Human:/
syntax match llmPromptAssistant /\%(\%^\|^\s*\n\)\@<=Assistant:/

" Prompty writes roles as lines, dotprompt as tags of its templates.
syntax match llmPromptRole /^\c\%(system\|user\|assistant\|developer\|tool\):\s*$/
syntax match llmPromptRole /{{\s*role\s\+["'][^"']*["']\s*}}/

syntax match llmPromptLogic /{{\s*[#/^!&>][^}]*}}/
syntax match llmPromptLogic /{{\s*else\s*}}/
syntax region llmPromptLogic start=/{%/ end=/%}/ oneline
" A comment that nothing closes is none, such as `{#name}` of a Markdown heading. It is
" sought for so far only, as the memory of a pattern has its bounds.
syntax match llmPromptComment /{#\%(\%({#\)\@!\_.\)\{-,2000}#}/
syntax match llmPromptComment /{{!--\%(\%({{!--\)\@!\_.\)\{-,2000}--}}/

syntax match llmPromptPlaceholder /{{{\?\s*\h[A-Za-z0-9_.]*\s*}\?}}/
syntax match llmPromptPlaceholder /<<\h\w*>>/
syntax match llmPromptPlaceholder /{{\@!\$\?\h\w*}}\@!/
syntax match llmPromptPlaceholder /\${\h\w*}/

syntax match llmPromptTag +</\?\a[A-Za-z0-9_.:-]*\%(\s[^<>]*\)\?/\?>+ contains=llmPromptPlaceholder

highlight default link llmPromptFence Delimiter
highlight default link llmPromptHuman Statement
highlight default link llmPromptAssistant Function
highlight default link llmPromptRole Statement
highlight default link llmPromptLogic PreProc
highlight default link llmPromptComment Comment
highlight default link llmPromptPlaceholder Identifier
highlight default link llmPromptTag Tag

let b:current_syntax = 'llm-prompt'
