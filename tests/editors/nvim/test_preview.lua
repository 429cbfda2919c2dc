local t = require("harness")

local tests = {}

local space = vim.api.nvim_create_namespace("prompt_lsp.preview")

---@param view integer
---@param group string
---@return string[] texts that are highlighted
local function highlighted(view, group)
  local found = {}
  for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(view, space, 0, -1, { details = true })) do
    local _, row, column, details = unpack(mark)
    if details.hl_group == group and details.end_col > column then
      found[#found + 1] = vim.api.nvim_buf_get_text(view, row, column, row, details.end_col, {})[1]
    end
  end
  return found
end

---@param view integer
---@param wanted string
local function shows(view, wanted)
  t.wait("a preview with " .. wanted, function()
    return t.text(view):find(wanted, 1, true)
  end)
end

function tests.a_prompt_is_shown_as_the_model_gets_it()
  t.write("a.vars.json", '{"NAME": "Ada"}')
  local bufnr = t.open("a.prompt", "\n\nHuman: Greet {{NAME}} in {{LANGUAGE}}\n\nAssistant: Dear")
  vim.cmd("PromptLsp preview")
  local view = t.shown("prompt-lsp://preview/a.prompt")
  t.equal(bufnr, vim.api.nvim_get_current_buf())
  shows(view, "User\nGreet Ada in {{LANGUAGE}}\n\nAssistant\nDear")
  t.equal({ "Variables", "User", "Assistant" }, highlighted(view, "PromptLspRole"))
  t.equal({ "Ada", "Ada" }, highlighted(view, "PromptLspValue"))
  vim.api.nvim_buf_set_lines(bufnr, 2, 3, false, { "Human: Praise {{NAME}}" })
  vim.api.nvim_exec_autocmds("TextChanged", { buffer = bufnr })
  shows(view, "Praise Ada")
  vim.cmd("PromptLsp preview")
  t.equal(false, vim.api.nvim_buf_is_valid(view))
end

function tests.a_variable_is_filled_in()
  t.open("a.prompt", "Greet {{NAME}}\n")
  vim.cmd("PromptLsp preview")
  local view = t.shown("prompt-lsp://preview/a.prompt")
  shows(view, "Greet {{NAME}}")
  t.equal({ "NAME", "{{NAME}}" }, highlighted(view, "PromptLspPlaceholder"))
  vim.api.nvim_set_current_win(vim.fn.bufwinid(view))
  vim.fn.search("{{NAME}}", "w")
  local asked = t.say("Grace")
  t.press("<CR>")
  shows(view, "Greet Grace")
  t.equal("NAME = ", asked.prompt)
  vim.fn.search("Grace", "w")
  t.say("")
  t.press("<CR>")
  shows(view, "Greet {{NAME}}")
  t.press("q")
  t.equal(false, vim.api.nvim_buf_is_valid(view))
end

function tests.prompts_of_one_name_have_a_preview_each()
  t.open("one/a.prompt", "Greet {{NAME}}\n")
  vim.cmd("PromptLsp preview")
  local first = t.shown("prompt-lsp://preview/a.prompt")
  vim.cmd.split()
  t.open("two/a.prompt", "Praise {{NAME}}\n")
  vim.cmd("PromptLsp preview")
  shows(t.shown("prompt-lsp://preview/a.prompt (2)"), "Praise {{NAME}}")
  shows(first, "Greet {{NAME}}")
end

function tests.what_cannot_be_shown_is_said_in_its_window()
  t.open("a.messages.json", '{"messages": []}')
  vim.cmd("PromptLsp preview")
  shows(t.shown("prompt-lsp://preview/a.messages.json"), "no prompts are read")
  t.equal({}, t.told)
end

function tests.q_closes_it_where_it_is_all_there_is()
  t.open("a.prompt", "Greet {{NAME}}\n")
  vim.cmd("PromptLsp preview")
  local view = t.shown("prompt-lsp://preview/a.prompt")
  vim.cmd.close()
  t.press("q")
  t.equal({ false, 1 }, { vim.api.nvim_buf_is_valid(view), #vim.api.nvim_list_wins() })
end

function tests.its_looks_do_not_stay_in_its_window()
  vim.o.number, vim.o.signcolumn = true, "yes"
  t.open("a.prompt", "Greet {{NAME}}\n")
  vim.cmd("PromptLsp preview")
  vim.api.nvim_set_current_win(vim.fn.bufwinid(t.shown("prompt-lsp://preview/a.prompt")))
  t.equal({ false, "no" }, { vim.wo.number, vim.wo.signcolumn })
  vim.cmd.edit(t.write("other.txt", "x"))
  t.equal({ true, "yes" }, { vim.wo.number, vim.wo.signcolumn })
  vim.o.number, vim.o.signcolumn = false, "auto"
end

function tests.it_is_closed_without_a_server_and_from_itself()
  for _, from in ipairs({ "prompt", "preview" }) do
    t.open(from .. ".prompt", "Greet {{NAME}}\n")
    vim.cmd("PromptLsp preview")
    local view = t.shown("prompt-lsp://preview/" .. from)
    if from == "preview" then
      vim.api.nvim_set_current_win(vim.fn.bufwinid(view))
    else
      vim.lsp.buf_detach_client(0, t.attached().id)
    end
    vim.cmd("PromptLsp preview")
    t.equal(false, vim.api.nvim_buf_is_valid(view))
  end
  vim.lsp.buf_detach_client(0, t.attached().id)
  vim.cmd("PromptLsp preview")
  t.hear("no server runs")
end

function tests.it_goes_with_its_prompt()
  for _, ends in ipairs({ "bdelete", "bwipeout" }) do
    t.open("a.prompt", "Greet {{NAME}}\n")
    vim.cmd("PromptLsp preview")
    local view = t.shown("prompt-lsp://preview/a.prompt")
    shows(view, "Greet")
    vim.cmd(ends)
    t.wait("the end of the preview", function()
      return not vim.api.nvim_buf_is_valid(view)
    end)
  end
end

return tests
