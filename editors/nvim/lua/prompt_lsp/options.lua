--- The options of `vim.g.prompt_lsp`: this list is what the manual and `:checkhealth` know.

local M = {}

---@class prompt_lsp.Options What a user may set in `vim.g.prompt_lsp`; all of it is optional.
---@field review? boolean
---@field engine? "offline"|"messages"|"prompt-tools"
---@field attach? "prompts"|"all"
---@field restarts? integer
---@field accept_key? string
---@field discard_key? string
---@field preview_width? integer

---@class prompt_lsp.Option
---@field name string
---@field type "boolean"|"number"|"string"
---@field values? string[] the only ones, if not all of the type
---@field least? integer of a number, which is then a whole one
---@field default any nil means that the server decides
---@field doc string

---@type prompt_lsp.Option[]
M.list = {
  {
    name = "review",
    type = "boolean",
    default = true,
    doc = "Show what a command would change as a diff, and change nothing before it is accepted.",
  },
  {
    name = "engine",
    type = "string",
    values = { "offline", "messages", "prompt-tools" },
    doc = "The engine that commands ask; without it the one of the server's settings.",
  },
  {
    name = "attach",
    type = "string",
    values = { "prompts", "all" },
    default = "prompts",
    doc = "Of Markdown, JSON, YAML and text attach only what can be a prompt, or all files.",
  },
  {
    name = "restarts",
    type = "number",
    least = 0,
    default = 3,
    doc = "How often a server that ended by itself is started again within three minutes.",
  },
  {
    name = "accept_key",
    type = "string",
    default = "ZZ",
    doc = "The key that accepts what a diff shows.",
  },
  {
    name = "discard_key",
    type = "string",
    default = "ZQ",
    doc = "The key that discards what a diff shows.",
  },
  {
    name = "preview_width",
    type = "number",
    least = 1,
    default = 60,
    doc = "The width of the preview in columns, at most half of the screen.",
  },
}

---@return table<string, any>
local function given()
  local options = vim.g.prompt_lsp
  return type(options) == "table" and not vim.islist(options) and options or {}
end

---@param name string
---@return prompt_lsp.Option
local function named(name)
  for _, option in ipairs(M.list) do
    if option.name == name then
      return option
    end
  end
  error("no such option: " .. name)
end

---@param option prompt_lsp.Option
---@param value any
---@return string? problem
local function problem_of(option, value)
  if type(value) ~= option.type then
    return ("`%s` must be a %s, not %s"):format(option.name, option.type, vim.inspect(value))
  end
  if option.values and not vim.list_contains(option.values, value) then
    local known = table.concat(vim.tbl_map(vim.inspect, option.values), ", ")
    return ("`%s` must be one of %s, not %s"):format(option.name, known, vim.inspect(value))
  elseif option.least and (value < option.least or value % 1 ~= 0) then
    local least = ("a whole number from %d on"):format(option.least)
    return ("`%s` must be %s, not %s"):format(option.name, least, vim.inspect(value))
  elseif value == "" then
    return ("`%s` must not be empty"):format(option.name)
  end
end

--- The value of an option; its default where the user's is not valid.
---@param name string
---@return any
function M.get(name)
  local option, value = named(name), given()[name]
  if value == nil or problem_of(option, value) then
    return option.default
  end
  return value
end

--- The keys that accept and discard; the defaults where the user's are the same.
---@return string accepts, string discards
function M.keys()
  local accepts, discards = M.get("accept_key"), M.get("discard_key")
  if vim.keycode(accepts) == vim.keycode(discards) then
    return named("accept_key").default, named("discard_key").default
  end
  return accepts, discards
end

--- Sets an option for the rest of the session, if the value is a valid one.
---@param name string
---@param value any
---@return string? problem
function M.set(name, value)
  local problem = problem_of(named(name), value)
  if not problem then
    vim.g.prompt_lsp = vim.tbl_extend("force", given(), { [name] = value })
  end
  return problem
end

--- What is wrong with `vim.g.prompt_lsp`, for people.
---@return string[]
function M.problems()
  local options, found, known = vim.g.prompt_lsp, {}, {}
  if options ~= nil and (type(options) ~= "table" or #options > 0) then
    return { "`vim.g.prompt_lsp` must be a table with names, not " .. vim.inspect(options) }
  end
  for _, option in ipairs(M.list) do
    known[option.name] = true
    local value = given()[option.name]
    found[#found + 1] = value ~= nil and problem_of(option, value) or nil
  end
  if vim.keycode(M.get("accept_key")) == vim.keycode(M.get("discard_key")) then
    found[#found + 1] = "`accept_key` and `discard_key` must differ; both count as unsaid"
  end
  for name in vim.spairs(given()) do
    if not known[name] then
      found[#found + 1] = ("`%s` is no option, see `:help prompt-lsp-options`"):format(name)
    end
  end
  return found
end

return M
