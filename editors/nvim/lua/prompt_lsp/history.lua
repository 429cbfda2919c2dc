--- The texts that a buffer had while a command was at work.

local M = {}

---@class prompt_lsp.Change
---@field version integer of the text that it made
---@field first integer of the old lines, from 0
---@field last integer of the old lines, exclusive
---@field lines string[] that came in their stead

---@class prompt_lsp.History
---@field bufnr integer
---@field lines string[] as they were at first
---@field changes prompt_lsp.Change[] in order
---@field ended? integer the last version before the buffer was read anew or closed

---@param history prompt_lsp.History
---@param version integer
---@param first integer
---@param last integer
---@param behind integer where the new lines end, exclusive
local function add(history, version, first, last, behind)
  history.changes[#history.changes + 1] = {
    version = version,
    first = first,
    last = last,
    lines = vim.api.nvim_buf_get_lines(history.bufnr, first, behind, false),
  }
end

--- Remembers what is typed into a buffer for as long as someone holds the history: of a
--- request that fails, is cancelled or dies with its server not every end is told.
---@param bufnr integer
---@return prompt_lsp.History
function M.follow(bufnr)
  local lines = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  local history = { bufnr = bufnr, lines = lines, changes = {} }
  local held = setmetatable({ history }, { __mode = "v" })
  vim.api.nvim_buf_attach(bufnr, false, {
    on_lines = function(_, _, version, first, last, behind)
      if not held[1] then
        return true -- which detaches it
      end
      add(held[1], version, first, last, behind)
    end,
    on_detach = function()
      if held[1] then
        held[1].ended = vim.api.nvim_buf_get_changedtick(bufnr)
      end
    end,
  })
  return history
end

---@param lines string[] are changed, where that is cheaper
---@param change prompt_lsp.Change
---@return string[]
local function changed(lines, change)
  if change.last - change.first == #change.lines then
    for number, line in ipairs(change.lines) do
      lines[change.first + number] = line
    end
    return lines
  end
  local after = vim.list_slice(lines, 1, change.first)
  vim.list_extend(after, change.lines)
  vim.list_extend(after, lines, change.last + 1)
  return #after > 0 and after or { "" } -- A buffer has a line even when it has none.
end

--- The text of a version.
---@param history prompt_lsp.History
---@param version integer
---@return string[]? lines nil where the buffer was read anew before
function M.text(history, version)
  if history.ended and version > history.ended then
    return nil
  end
  local lines = vim.list_slice(history.lines)
  for _, change in ipairs(history.changes) do
    if change.version > version then
      break
    end
    lines = changed(lines, change)
  end
  return lines
end

return M
