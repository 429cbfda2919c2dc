local t = require("harness")

local tests = {}

--- The highlight group at a place, or an empty text.
---@param line integer from 1
---@param column integer
---@return string
local function group(line, column)
  local id = vim.fn.synID(line, column, 1)
  local stack = vim.fn.synstack(line, column)
  return vim.fn.synIDattr(stack[1] or id, "name")
end

---@param text string
---@param expected table<string, string> by a text that begins at the place
local function check(name, text, expected)
  t.open(name, text)
  for part, wanted in pairs(expected) do
    local at = assert(vim.api.nvim_buf_get_lines(0, 0, -1, false))
    local found
    for number, line in ipairs(at) do
      local column = line:find(part, 1, true)
      if column and not found then
        found = group(number, column)
      end
    end
    t.equal({ part, wanted }, { part, found })
  end
end

function tests.turns_are_markers_only_behind_an_empty_line()
  t.open("a.prompt", "\n\nHuman: Hi\nHuman: no\n\nAssistant: so\n\n Human: no")
  t.equal("llmPromptHuman", group(3, 1))
  t.equal("llmPromptHuman", group(3, 6))
  t.equal("", group(3, 8))
  t.equal("", group(4, 1))
  t.equal("llmPromptAssistant", group(6, 1))
  t.equal("", group(8, 2))
end

function tests.placeholders_of_each_style()
  check("a.prompt", "{{A}} {{{B}}} <<C>> {D} {$E} ${F} {{ G }} {{H.i}} { } {{}}\n", {
    ["{{A}}"] = "llmPromptPlaceholder",
    ["{{{B}}}"] = "llmPromptPlaceholder",
    ["<<C>>"] = "llmPromptPlaceholder",
    ["{D}"] = "llmPromptPlaceholder",
    ["{$E}"] = "llmPromptPlaceholder",
    ["${F}"] = "llmPromptPlaceholder",
    ["{{ G }}"] = "llmPromptPlaceholder",
    ["{{H.i}}"] = "llmPromptPlaceholder",
    ["{ }"] = "",
    ["{{}}"] = "",
  })
end

function tests.a_comment_is_closed()
  t.open("a.prompt", "## Rules {#rules}\n\n{{!-- no\n\nHuman: Hi {# one\ntwo #} {{A}}")
  t.equal({ "", "" }, { group(1, 10), group(3, 1) })
  t.equal("llmPromptHuman", group(5, 1))
  t.equal({ "llmPromptComment", "llmPromptComment" }, { group(5, 11), group(6, 1) })
  t.equal("llmPromptPlaceholder", group(6, 8))
end

function tests.tags_logic_and_roles()
  check("a.prompt", '{{role "system"}}\n<doc id="1">{{#if A}}{% if x %}{# no #}</doc> 1 < 2\n', {
    ['{{role "system"}}'] = "llmPromptRole",
    ["<doc"] = "llmPromptTag",
    ["</doc>"] = "llmPromptTag",
    ["{{#if"] = "llmPromptLogic",
    ["{%"] = "llmPromptLogic",
    ["{# no"] = "llmPromptComment",
    ["< 2"] = "",
  })
end

function tests.front_matter_is_yaml()
  check("a.prompty", "---\nname: x\n---\nsystem:\nBe kind: {{A}}\n---\n", {
    ["name"] = "llmPromptFrontMatter",
    ["system:"] = "llmPromptRole",
    ["Be kind"] = "",
    ["{{A}}"] = "llmPromptPlaceholder",
  })
  t.equal("yamlBlockMappingKey", vim.fn.synIDattr(vim.fn.synID(2, 1, 1), "name"))
  t.equal("llmPromptFence", vim.fn.synIDattr(vim.fn.synID(1, 1, 0), "name"))
end

function tests.turns_fold_and_are_jumped_to()
  t.open("a.prompt", "System\n\nHuman: one\nmore\n\nAssistant: two\n\nHuman: three\n")
  t.equal({ 0, 0, 1, 1, 1, 1, 1, 1 }, vim.tbl_map(vim.fn.foldlevel, vim.fn.range(1, 8)))
  t.equal(-1, vim.fn.foldclosed(3))
  vim.cmd("normal! zM")
  t.equal({ 3, 5 }, { vim.fn.foldclosed(4), vim.fn.foldclosedend(4) })
  vim.cmd("normal! zRgg")
  t.press("]]")
  t.equal(3, vim.fn.line("."))
  t.press("2]]")
  t.equal(8, vim.fn.line("."))
  t.press("[[")
  t.equal(6, vim.fn.line("."))
end

function tests.front_matter_folds_up_to_its_end()
  t.open("a.prompt", "---\nname: x\n---\nHello\n---\nthere\n")
  vim.cmd("normal! zM")
  t.equal({ 1, 3, -1 }, { vim.fn.foldclosed(1), vim.fn.foldclosedend(1), vim.fn.foldclosed(4) })
end

function tests.nothing_is_added_to_a_prompt()
  t.open("a.prompt", "Hi")
  t.equal(false, vim.bo.fixendofline)
  t.equal("", vim.bo.commentstring)
  vim.cmd("setlocal textwidth=10")
  vim.cmd.setfiletype("llm-prompt")
  vim.bo.filetype = "text"
  t.equal(true, vim.bo.fixendofline)
  t.equal("manual", vim.wo.foldmethod)
end

return tests
