local t = require("harness")

local tests = {}

---@return string
local function report()
  vim.cmd("checkhealth prompt_lsp")
  local text = t.text()
  vim.cmd.bwipeout()
  return text
end

---@param text string
---@param parts string[]
local function has(text, parts)
  for _, part in ipairs(parts) do
    assert(text:find(part, 1, true), ("no %s in:\n%s"):format(part, text))
  end
end

function tests.health_is_clean()
  t.open("a.prompt", "Hi {{NAME}}")
  local text = report()
  has(text, { "OK Neovim", "OK prompt-lsp ", "1 buffer, root", "OK Engine: offline", "is valid" })
  assert(not text:find("ERROR") and not text:find("WARNING"), text)
end

function tests.options_are_checked()
  vim.g.prompt_lsp = { review = "yes", engine = "magic", colour = "red" }
  local text = report()
  has(text, {
    'ERROR `review` must be a boolean, not "yes"',
    'ERROR `engine` must be one of "offline", "messages", "prompt-tools", not "magic"',
    "ERROR `colour` is no option",
  })
  vim.g.prompt_lsp = { accept_key = "", preview_width = -4, restarts = 0.5 }
  has(report(), {
    "ERROR `accept_key` must not be empty",
    "ERROR `preview_width` must be a whole number from 1 on, not -4",
    "ERROR `restarts` must be a whole number from 0 on, not 0.5",
  })
  vim.g.prompt_lsp = { accept_key = "ga", discard_key = "ga" }
  has(report(), { "ERROR `accept_key` and `discard_key` must differ" })
  vim.g.prompt_lsp = { accept_key = "<C-y>", discard_key = "<C-Y>" }
  has(report(), { "ERROR `accept_key` and `discard_key` must differ" })
  vim.g.prompt_lsp = { "review" }
  has(report(), { "ERROR `vim.g.prompt_lsp` must be a table with names, not" })
  vim.g.prompt_lsp = "no"
  has(report(), { 'ERROR `vim.g.prompt_lsp` must be a table with names, not "no"' })
end

function tests.an_engine_that_is_not_set_up_is_told()
  t.open("a.prompt", "Hi {{NAME}}")
  vim.g.prompt_lsp = { engine = "prompt-tools" }
  has(report(), { "WARNING The engine `prompt-tools` is not set up" })
end

function tests.a_server_that_is_missing_is_told_once()
  local cmd = vim.lsp.config.prompt_lsp.cmd
  vim.lsp.config("prompt_lsp", { cmd = { "no-such-prompt-lsp" } })
  vim.cmd.edit(t.write("a.prompt", "Hi"))
  vim.cmd.edit(t.write("b.prompt", "Hi"))
  t.equal({}, t.told) -- An error that is told amid autocommands would break them off.
  t.hear("cannot be started: install it from your copy of the repository")
  t.equal(1, #t.told)
  vim.cmd("PromptLsp improve")
  vim.cmd("PromptLsp restart")
  t.wait("the reasons why nothing happens", function()
    return #t.told == 3 and t.told[2] == t.told[3]
  end)
  has(report(), { "ERROR `no-such-prompt-lsp` cannot be started" })
  vim.lsp.config("prompt_lsp", { cmd = cmd })
end

function tests.a_server_that_is_too_old_is_told()
  local server = require("prompt_lsp.server")
  local oldest = server.OLDEST
  server.OLDEST = "99.0.0"
  has(report(), { "is too old" })
  server.OLDEST = oldest
end

return tests
