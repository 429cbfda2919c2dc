--- `:PromptLsp`: its arguments, its range and its completion.

local server = require("prompt_lsp.server")

local M = {}

local PATIENCE = 2000 -- milliseconds that completion may take

---@class prompt_lsp.Arguments: vim.api.keyset.create_user_command.command_args
---@field selected boolean whether the range was given as the selection

---@return prompt_lsp.Subcommand[]
local function all()
  return require("prompt_lsp.subcommands")
end

---@param name string
---@return prompt_lsp.Subcommand?
local function named(name)
  for _, subcommand in ipairs(all()) do
    if subcommand.name == name then
      return subcommand
    end
  end
end

---@param bufnr integer
---@param row integer from 0
---@param column integer in bytes
---@param encoding string
---@return lsp.Position
local function position(bufnr, row, column, encoding)
  local line = vim.api.nvim_buf_get_lines(bufnr, row, row + 1, false)[1] or ""
  return { line = row, character = vim.str_utfindex(line, encoding, math.min(column, #line)) }
end

---@type string? the command line that is being run
local line_run

--- Only the command line itself says whether a range was given as the selection.
local function watch_command_lines()
  vim.api.nvim_create_autocmd("CmdlineLeave", {
    group = vim.api.nvim_create_augroup("prompt_lsp.command", {}),
    pattern = ":",
    callback = function()
      line_run = vim.fn.getcmdline()
      vim.schedule(function()
        line_run = nil
      end)
    end,
  })
end

--- Whether the command line that is being run has the selection for its range.
---@return boolean
local function is_selection()
  local said = line_run or ""
  line_run = nil -- What is run next may be no command line.
  return said:find("'<%s*,%s*'>%s*Pr") ~= nil or said:find("%*%s*Pr") ~= nil
end

--- What the range of a command means: the characters that are selected where the range
--- is the selection and that goes by characters, else whole lines.
---@param bufnr integer
---@param arguments prompt_lsp.Arguments
---@param encoding string
---@return lsp.Range?
local function range_of(bufnr, arguments, encoding)
  if arguments.range == 0 then
    return nil
  end
  local from = { arguments.line1 - 1, 0 }
  local to = { arguments.line2 - 1, math.huge }
  local first, last = vim.fn.getpos("'<"), vim.fn.getpos("'>")
  if arguments.selected and vim.fn.visualmode() == "v" then
    local text = vim.fn.getline(last[2]) ---@type string
    local width = #vim.fn.strpart(text, last[3] - 1, 1, true)
    from[2] = first[3] - 1
    to[2] = last[3] - 1 + (vim.o.selection == "exclusive" and 0 or width)
  end
  return {
    start = position(bufnr, from[1], from[2], encoding),
    ["end"] = position(bufnr, to[1], to[2], encoding),
  }
end

---@param bufnr integer the prompt
---@param subcommand prompt_lsp.Subcommand
---@param arguments prompt_lsp.Arguments
---@return string? problem
local function refusal(bufnr, subcommand, arguments)
  if not vim.api.nvim_buf_is_loaded(bufnr) and not subcommand.detached then
    return "the prompt of this window was closed"
  elseif arguments.range > 0 and bufnr ~= vim.api.nvim_get_current_buf() then
    return "a range is one of the prompt itself, and is given in its window"
  elseif arguments.range > 0 and not subcommand.range then
    return ("`:PromptLsp %s` takes no range"):format(subcommand.name)
  elseif arguments.bang and not subcommand.bang then
    return ("`:PromptLsp %s` takes no `!`"):format(subcommand.name)
  elseif #arguments.fargs > 1 and not subcommand.words then
    return ("`:PromptLsp %s` takes no words"):format(subcommand.name)
  end
end

---@param bufnr integer
---@param subcommand prompt_lsp.Subcommand
---@param arguments prompt_lsp.Arguments
local function call(bufnr, subcommand, arguments)
  local client = server.client(bufnr)
  if not client and not subcommand.detached then
    server.tell(server.absent())
    return
  end
  subcommand.run({
    client = client,
    bufnr = bufnr,
    bang = arguments.bang,
    range = client and range_of(bufnr, arguments, client.offset_encoding),
    words = vim.trim(arguments.args:gsub("^%s*%S+", "", 1)),
    mods = arguments.mods,
  })
end

---@param bufnr integer
---@param arguments prompt_lsp.Arguments
local function run(bufnr, arguments)
  local name = arguments.fargs[1]
  if not name then
    vim.ui.select(all(), {
      prompt = "prompt-lsp",
      format_item = function(subcommand)
        return ("%-10s  %s"):format(subcommand.name, subcommand.doc)
      end,
    }, function(subcommand)
      if subcommand then
        call(bufnr, subcommand, vim.tbl_extend("force", arguments, { args = subcommand.name }))
      end
    end)
    return
  end
  local subcommand = named(name)
  local problem = subcommand and refusal(bufnr, subcommand, arguments)
  if not subcommand then
    server.tell(("`%s` is no subcommand, see `:help :PromptLsp`"):format(name))
  elseif problem then
    server.tell(problem)
  else
    call(bufnr, subcommand, arguments)
  end
end

---@param bufnr integer
---@param subcommand prompt_lsp.Subcommand
---@return string[]
local function words_for(bufnr, subcommand)
  local words ---@type string[]?
  subcommand.complete(server.client(bufnr), bufnr, function(found)
    words = found
  end)
  vim.wait(PATIENCE, function()
    return words ~= nil
  end, 10)
  return words or {}
end

--- What is typed behind the command, which may be shortened.
---@param line string the command line up to the cursor
---@return string
local function typed_in(line)
  for word, typed in line:gmatch("%f[%a](P%a*)!?%s+(.*)$") do
    if vim.startswith("PromptLsp", word) then
      return typed
    end
  end
  return ""
end

---@param bufnr integer
---@param line string the command line up to the cursor
---@return string[]
local function complete(bufnr, line)
  local typed = typed_in(line)
  local name, said = typed:match("^(%S+)%s+(.*)$")
  local possible = {} ---@type string[]
  if not name then
    said = typed
    possible = vim.tbl_map(function(subcommand)
      return subcommand.name
    end, all())
  else
    local subcommand = named(name)
    if subcommand and subcommand.complete then
      possible = words_for(bufnr, subcommand)
    end
  end
  -- A text of several words is completed from where its last word begins.
  local behind = #said - #said:match("%S*$")
  local found = {}
  for _, word in ipairs(possible) do
    if vim.startswith(word:lower(), said:lower()) then
      found[#found + 1] = word:sub(behind + 1)
    end
  end
  return found
end

--- Gives a buffer its `:PromptLsp`.
---@param bufnr integer
---@param source? integer the prompt that it is about, if that is another buffer
function M.create(bufnr, source)
  source = source or bufnr
  vim.api.nvim_buf_create_user_command(bufnr, "PromptLsp", function(arguments)
    run(source, vim.tbl_extend("force", arguments, { selected = is_selection() }))
  end, {
    bang = true,
    nargs = "*",
    range = true,
    desc = "What prompt-lsp can do beyond code actions",
    complete = function(_, line, cursor)
      return complete(source, line:sub(1, cursor))
    end,
  })
end

watch_command_lines()

return M
