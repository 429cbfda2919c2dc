local t = require("harness")

local LEGACY = "\n\nHuman: Hello, Claude\nAssistant:"

local tests = {}

function tests.findings_stand_at_the_right_columns()
  t.open("a.prompt", "\n\nHuman: 😀 say <<NAME>> to {{OTHER}}\n\nAssistant:")
  local found = t.finding("VAR001")
  t.equal({ 2, #"Human: 😀 say " }, { found.lnum, found.col })
  t.equal({ 2, #"Human: 😀 say <<NAME>>" }, { found.end_lnum, found.end_col })
end

function tests.a_quick_fix_is_applied_and_saved()
  t.open("a.prompt", LEGACY)
  t.finding("TRN005")
  vim.api.nvim_win_set_cursor(0, { 4, 0 })
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.kind == "quickfix" and action.isPreferred
    end,
  })
  t.wait("the fix", function()
    return t.text() == "\n\nHuman: Hello, Claude\n\nAssistant:"
  end)
  vim.cmd.write()
  t.gone("TRN005")
  -- The file had no line end at its end, and has none now.
  t.equal("\n\nHuman: Hello, Claude\n\nAssistant:", t.read(vim.api.nvim_buf_get_name(0)))
end

function tests.a_general_file_is_attached_only_where_it_can_be_a_prompt()
  vim.cmd.edit(t.write("README.md", "Human: hi\nAssistant:"))
  t.equal("markdown", vim.bo.filetype)
  t.open("prompts/a.md", LEGACY)
  t.equal("markdown", vim.bo.filetype)
  t.finding("TRN005")
  t.equal({}, vim.lsp.get_clients({ bufnr = vim.fn.bufnr("README.md") }))
  vim.g.prompt_lsp = { attach = "all" }
  vim.cmd.edit(t.write("NOTES.md", "hi"))
  t.attached()
end

function tests.a_project_that_configures_prompts_attaches_its_files()
  t.write("pyproject.toml", '[project]\nname = "x"\n\n[tool.prompt-lsp]\ninclude = ["*.txt"]\n')
  t.open("a.txt", LEGACY)
  t.finding("TRN005")
end

function tests.a_prompty_file_has_its_file_type()
  t.open("a.prompty", "---\nname: x\n---\nuser:\nHi {{ghost}}\n")
  t.equal("prompty", vim.bo.filetype)
end

return tests
