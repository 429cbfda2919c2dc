local t = require("harness")

local PLAIN = "You are a support agent. Answer.\n\n{{ARTICLE}}\n\nQuestion: {{QUESTION}}"
local OTHER = "Second   of two.\n\n{{ARTICLE}}\n\nQuestion: {{QUESTION}}"
local TASK = "Translate hello to German."

local tests = {}

---@param text string
---@return integer bufnr
local function nameless(text)
  vim.cmd("botright new")
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(text, "\n"))
  vim.bo.filetype = "llm-prompt"
  return vim.api.nvim_get_current_buf()
end

function tests.a_second_one_is_left_alone_until_it_has_a_name()
  local first = nameless(PLAIN)
  t.attached(first)
  local second = nameless(OTHER)
  t.hear("give this prompt a name: another unnamed one is open")
  vim.bo.filetype = "llm-prompt"
  vim.api.nvim_set_current_win(vim.fn.bufwinid(first))
  vim.cmd("PromptLsp! improve")
  t.hear("changed `unnamed`")
  t.equal(OTHER, t.text(second))
  t.equal({}, vim.lsp.get_clients({ bufnr = second }))
  t.equal(2, #t.told)
  vim.api.nvim_set_current_win(vim.fn.bufwinid(second))
  vim.cmd.file(vim.fn.fnameescape(t.folder .. "/second.prompt"))
  t.attached(second)
  vim.cmd("PromptLsp! improve")
  t.hear("changed `second.prompt`")
end

function tests.one_may_follow_another()
  t.attached(nameless(PLAIN))
  vim.cmd("bwipeout!")
  t.attached(nameless(PLAIN))
  t.equal({}, t.told)
end

function tests.values_need_a_file_beside_the_prompt()
  t.attached(nameless(TASK))
  vim.cmd("PromptLsp templatize")
  t.hear("save the prompt first: its values need a file beside it")
end

function tests.a_generated_prompt_has_a_name()
  vim.cmd.cd(t.folder)
  t.write("generated.prompt", "Taken")
  t.open("a.prompt", PLAIN)
  local names = {}
  for _, name in ipairs({ "generated-2.prompt", "generated-3.prompt" }) do
    vim.cmd("PromptLsp generate a chef for a meal prep planning service")
    local bufnr = t.shown("/" .. name)
    t.attached(bufnr)
    names[#names + 1] = vim.uv.fs_stat(t.folder .. "/" .. name)
  end
  t.equal({}, names)
end

return tests
