local t = require("harness")

local PLAIN = "You are a support agent. Answer.\n\n{{ARTICLE}}\n\nQuestion: {{QUESTION}}\n"
local real = vim.api.nvim_get_mode

local tests = {}

--- Does something as if its user were in a mode, and goes back to Normal mode behind it.
---@param mode string
---@param does fun()
---@param meanwhile? fun()
local function amid(mode, does, meanwhile)
  vim.api.nvim_get_mode = function() -- luacheck: ignore 122
    return { mode = mode, blocking = false }
  end
  does()
  t.hear("when you are back in Normal mode")
  vim.api.nvim_get_mode = real -- luacheck: ignore 122
  if meanwhile then
    meanwhile()
  end
  vim.api.nvim_exec_autocmds("ModeChanged", { pattern = mode .. ":n" })
end

function tests.an_operator_gets_its_motion()
  t.open("a.prompt", PLAIN)
  amid("no", function()
    vim.cmd("PromptLsp improve")
  end)
  t.shown("prompt-lsp://proposal/a.prompt")
end

function tests.a_generated_prompt_waits_for_who_types()
  vim.cmd.cd(t.folder)
  t.open("a.prompt", PLAIN)
  amid("i", function()
    vim.cmd("PromptLsp generate a chef for a meal prep planning service")
  end, function()
    t.equal(1, #vim.api.nvim_list_wins())
  end)
  t.shown("/generated.prompt")
end

function tests.a_change_that_is_made_at_once_waits_too()
  local bufnr = t.open("a.prompt", PLAIN)
  amid("i", function()
    vim.cmd("PromptLsp! improve")
  end, function()
    t.equal(PLAIN, t.text(bufnr) .. "\n")
  end)
  t.hear("changed `a.prompt`")
end

function tests.a_prompt_that_was_closed_meanwhile_is_told()
  local bufnr = t.open("a.prompt", PLAIN)
  amid("i", function()
    vim.cmd("PromptLsp improve")
  end, function()
    vim.cmd("bwipeout! " .. bufnr)
  end)
  t.hear("the prompt was closed meanwhile; nothing was changed")
  t.equal(1, #vim.api.nvim_list_tabpages())
end

function tests.the_command_line_window_is_left_first()
  t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  vim.keymap.set("n", "<F2>", function()
    t.hear("when you are back in Normal mode")
    vim.cmd("quit")
  end)
  vim.api.nvim_feedkeys(vim.keycode("q:<F2>"), "mx", false)
  t.shown("prompt-lsp://proposal/a.prompt")
  vim.keymap.del("n", "<F2>")
end

return tests
