--- The entries of `doc/prompt-lsp.txt` that the tables of the package say.

local M = {}

local WIDTH = 78

---@param text string
---@param indent string
---@return string
local function filled(text, indent)
  local lines, line = {}, indent
  for word in text:gmatch("%S+") do
    if #line > #indent and #line + 1 + #word > WIDTH then
      lines[#lines + 1] = line
      line = indent
    end
    line = line .. (#line > #indent and " " or "") .. word
  end
  lines[#lines + 1] = line
  return table.concat(lines, "\n")
end

---@param tag string
---@return string
local function right(tag)
  local marked = ("*%s*"):format(tag)
  return (" "):rep(WIDTH - #marked) .. marked
end

---@return table<string, string> entries by their tags
function M.commands()
  local entries = {}
  for _, each in ipairs(require("prompt_lsp.subcommands")) do
    local tag = ":PromptLsp-" .. each.name
    local usage = (":%sPromptLsp%s %s%s"):format(
      each.range and "[range]" or "",
      each.bang and "[!]" or "",
      each.name,
      each.words and " " .. each.words or ""
    )
    entries[tag] = table.concat({ right(tag), usage, filled(each.doc, "    ") }, "\n")
  end
  return entries
end

---@param value any
---@return string
local function shown(value)
  return (vim.inspect(value):gsub('"', "'"))
end

---@return table<string, string> entries by their tags
function M.options()
  local entries = {}
  for _, each in ipairs(require("prompt_lsp.options").list) do
    local tag = "g:prompt_lsp." .. each.name
    local values = each.values and table.concat(vim.tbl_map(shown, each.values), ", ") or each.type
    local default = each.default ~= nil and "  (default " .. shown(each.default) .. ")" or ""
    local usage = ("%s: %s%s"):format(each.name, values, default)
    entries[tag] = table.concat({ right(tag), usage, filled(each.doc, "    ") }, "\n")
  end
  return entries
end

--- The rows of the README's table of subcommands.
---@return string[]
function M.rows()
  local rows = {}
  for _, each in ipairs(require("prompt_lsp.subcommands")) do
    local usage = each.name .. (each.words and " " .. each.words or "")
    local marks = (each.range and "range" or "") .. (each.bang and " `!`" or "")
    local doc = each.doc:gsub("<CR>", "`<CR>`")
    rows[#rows + 1] = ("| `%s` | %s | %s |"):format(usage, vim.trim(marks), doc)
  end
  return rows
end

--- The lines of the README that set every option to its default.
---@return string[]
function M.defaults()
  local lines = {}
  for _, each in ipairs(require("prompt_lsp.options").list) do
    local value = vim.inspect(each.default)
    lines[#lines + 1] = ("  %s = %s, -- %s"):format(each.name, value, each.doc)
  end
  return lines
end

return M
