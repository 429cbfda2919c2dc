local t = require("harness")
local manual = require("manual")

local PLUGIN = vim.env.PROMPT_LSP_PLUGIN
local HELP = t.read(PLUGIN .. "/doc/prompt-lsp.txt")
local README = t.read(PLUGIN .. "/README.md")
local LEGACY = "\n\nHuman: Hello, Claude\nAssistant:"

local tests = {}

--- The Lua of the manuals, by what it begins with.
---@return table<string, string>
local function snippets()
  local found = {}
  for snippet in README:gmatch("```lua\n(.-)```") do
    found["README: " .. snippet:match("[^\n]+")] = snippet
  end
  for snippet in HELP:gmatch(">lua\n(.-)\n<") do
    found["help: " .. vim.trim(snippet):match("[^\n]+")] = snippet
  end
  return found
end

---@param entries table<string, string>
---@param prefix string of their tags
local function hold(entries, prefix)
  for tag, entry in pairs(entries) do
    assert(HELP:find(entry, 1, true), "the manual lacks or differs in:\n" .. entry)
    assert(HELP:find("*" .. tag .. "*", 1, true), tag)
  end
  for tag in HELP:gmatch("%*(" .. vim.pesc(prefix) .. "[%w_]+)%*") do
    assert(entries[tag], tag .. " is in the manual only")
  end
end

function tests.the_help_has_every_subcommand_and_option()
  hold(manual.commands(), ":PromptLsp-")
  hold(manual.options(), "g:prompt_lsp.")
end

function tests.the_readme_has_every_subcommand_and_option()
  local rows = README:match("<!%-%- commands %-%->\n[^\n]+\n[^\n]+\n(.-)\n<!%-%- /commands")
  t.equal(manual.rows(), vim.split(rows, "\n"))
  local defaults = README:match("vim%.g%.prompt_lsp = {\n(.-)\n}")
  t.equal(manual.defaults(), vim.split(defaults, "\n"))
end

function tests.help_tags_are_those_of_the_help()
  local doc = t.folder .. "/doc"
  vim.fn.mkdir(doc)
  vim.uv.fs_copyfile(PLUGIN .. "/doc/prompt-lsp.txt", doc .. "/prompt-lsp.txt")
  vim.cmd.helptags(doc)
  t.equal(t.read(doc .. "/tags"), t.read(PLUGIN .. "/doc/tags"))
end

function tests.help_tags_lead_somewhere()
  for link in HELP:gmatch("|(%S-)|") do
    local found = pcall(vim.cmd.help, link)
    assert(found, ("`%s` leads nowhere"):format(link))
    vim.cmd.helpclose()
  end
end

function tests.lines_of_the_help_fit()
  for line in HELP:gmatch("[^\n]+") do
    assert(vim.fn.strdisplaywidth(line) <= 80, line)
  end
end

function tests.all_snippets_are_lua()
  local count = 0
  for name, snippet in pairs(snippets()) do
    local loaded, problem = load(snippet, name)
    assert(loaded, problem)
    count = count + 1
  end
  assert(count >= 10, count)
end

function tests.the_snippets_for_saving_fix_what_is_saved()
  local tried = 0
  for name, snippet in pairs(snippets()) do
    if snippet:find("BufWritePre", 1, true) then
      tried = tried + 1
      load(snippet, name)()
      t.open(("a%d.prompt"):format(tried), LEGACY)
      vim.cmd.write()
      t.equal("\n\nHuman: Hello, Claude\n\nAssistant:", t.read(vim.api.nvim_buf_get_name(0)))
      t.equal(false, vim.bo.modified)
      vim.api.nvim_clear_autocmds({ event = "BufWritePre" })
    end
  end
  t.equal(2, tried)
end

return tests
