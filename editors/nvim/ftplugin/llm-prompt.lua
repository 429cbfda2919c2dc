-- Every character of a prompt reaches the model, so nothing is wrapped, added or
-- continued that was not typed.

if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

local options = {
  commentstring = "", -- plain text has no comments
  comments = "",
  textwidth = 0,
  formatoptions = "jl",
  fixendofline = false,
  wrap = true,
  linebreak = true,
  breakindent = true,
  foldmethod = "expr",
  foldexpr = "v:lua.require'prompt_lsp.turns'.fold(v:lnum)",
  foldtext = "",
  foldlevel = 99, -- open until they are closed
}

local undo = {}
for name, value in vim.spairs(options) do
  vim.opt_local[name] = value
  undo[#undo + 1] = ("setlocal %s<"):format(name)
end

-- `%` goes from an XML tag to the one that closes it.
vim.b.match_words = [[<\@<=\([^/!][^ \t>/]*\)[^>]*>:<\@<=/\1>]]
undo[#undo + 1] = "unlet! b:match_words"

if not vim.g.no_plugin_maps and not vim.g.no_llm_prompt_maps then
  for key, way in pairs({ ["]]"] = 1, ["[["] = -1 }) do
    vim.keymap.set({ "n", "x", "o" }, key, function()
      require("prompt_lsp.turns").jump(way * vim.v.count1)
    end, { buffer = true, desc = way > 0 and "Next turn" or "Turn before" })
    undo[#undo + 1] = ("silent! unmap <buffer> %s"):format(key)
  end
end

vim.b.undo_ftplugin = table.concat(undo, " | ")
