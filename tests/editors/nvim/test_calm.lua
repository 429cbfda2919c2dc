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

--- Types something after an answer has come, and before it is shown.
---@param row integer from 0
---@param line string
---@return integer bufnr
local function fixed_while_typing(row, line)
  t.write("prompt-lsp.toml", 'placeholder-style = "{{NAME}}"')
  local bufnr = t.open("a.prompt", "Greet <<NAME>>\n\nSay so.\nAnd that.\n")
  t.finding("VAR001")
  amid("i", function()
    vim.cmd("PromptLsp fix")
  end, function()
    vim.api.nvim_buf_set_lines(bufnr, row, row + 1, false, { line })
  end)
  t.shown("prompt-lsp://proposal/a.prompt")
  t.press("ZZ")
  return bufnr
end

function tests.what_is_typed_elsewhere_in_the_prompt_is_kept()
  local bufnr = fixed_while_typing(3, "And typed.")
  t.hear("changed `a.prompt`, not written yet")
  t.equal("Greet {{NAME}}\n\nSay so.\nAnd typed.", t.text(bufnr))
end

function tests.what_is_typed_at_the_same_place_is_told()
  local bufnr = fixed_while_typing(0, "Greet <<NAME>> typed")
  t.hear("`a.prompt` has changed since")
  t.equal("Greet <<NAME>> typed\n\nSay so.\nAnd that.", t.text(bufnr))
end

function tests.what_is_at_work_is_told_only_as_long_as_it_is()
  t.open("a.prompt", PLAIN)
  local client, echo = t.attached(), vim.api.nvim_echo
  local request, done, answer, last = client.request, nil, nil, nil
  vim.api.nvim_echo = function(chunks, ...) -- luacheck: ignore 122
    last = chunks
    return echo(chunks, ...)
  end
  client.request = function(self, method, params, handler, ...)
    client.request, done = request, handler
    return request(self, method, params, function(...)
      answer = vim.F.pack_len(...)
    end, ...)
  end
  vim.cmd("PromptLsp improve")
  t.hear("at work")
  t.wait("the answer", function()
    return answer
  end)
  t.equal(nil, last)
  done(vim.F.unpack_len(answer))
  t.shown("prompt-lsp://proposal/a.prompt")
  t.wait("the end of what was told", function()
    return last
  end)
  t.equal({ { "" } }, last)
  vim.api.nvim_echo = echo -- luacheck: ignore 122
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
