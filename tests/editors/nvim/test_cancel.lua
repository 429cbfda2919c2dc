-- The engine `messages` is set up here with a server that never answers,
-- and files come into being when that is asked, and when it is let go of.

local t = require("harness")

local tests = {}

function tests.what_is_at_work_is_stopped()
  local bufnr = t.open("a.prompt", "Answer the question.\n\n{{QUESTION}}\n")
  local before = t.text(bufnr)
  vim.cmd("PromptLsp engine messages")
  vim.cmd("PromptLsp improve")
  t.hear("`:PromptLsp cancel` stops it")
  t.wait("the request to the engine", function()
    return vim.uv.fs_stat(vim.env.PROMPT_LSP_ASKED)
  end)
  vim.cmd("PromptLsp cancel")
  t.wait("the end of the request to the engine", function()
    return vim.uv.fs_stat(vim.env.PROMPT_LSP_GONE)
  end)
  t.hear("cancelled, nothing was changed")
  t.equal(before, t.text(bufnr))
  t.told = {}
  vim.cmd("PromptLsp cancel")
  t.hear("nothing is at work")
end

return tests
