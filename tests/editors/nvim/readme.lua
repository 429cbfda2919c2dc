-- What a configuration of the README must make of a fresh Neovim.

local t = require("harness")

local tests = {}

function tests.the_configuration_works()
  t.open("a.prompt", "\n\nHuman: Say <<NAME>>\n\nAssistant:")
  t.equal("llm-prompt", vim.bo.filetype)
  t.finding("VAR001")
  local has_plugin = vim.env.PROMPT_LSP_README ~= "alone"
  t.equal(has_plugin and 2 or 0, vim.fn.exists(":PromptLsp"))
  if vim.env.PROMPT_LSP_README == "settings" then
    t.gone("TRN016")
  else
    t.finding("TRN016")
  end
end

function tests.the_manual_is_found()
  local found = pcall(vim.cmd.help, "prompt-lsp")
  t.equal(vim.env.PROMPT_LSP_README ~= "alone", found)
end

return tests
