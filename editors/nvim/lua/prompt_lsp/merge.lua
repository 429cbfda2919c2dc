--- Two changes of one text, made into one.

local M = {}

local diff = vim.text.diff or vim.diff -- Neovim 0.12 gave it another name.

---@class prompt_lsp.Hunk
---@field first integer of the old lines, from 0
---@field last integer of the old lines, exclusive
---@field lines string[] in their stead

---@param lines string[]
---@return string
local function text_of(lines)
  return table.concat(lines, "\n") .. "\n"
end

---@param old string[]
---@param new string[]
---@return prompt_lsp.Hunk[]
local function hunks_of(old, new)
  local found = diff(text_of(old), text_of(new), { result_type = "indices" })
  ---@cast found integer[][]
  return vim.tbl_map(function(each)
    local from, count, new_from, new_count = unpack(each)
    -- A hunk without lines is named by the line before it.
    local first = count > 0 and from - 1 or from
    local lines = new_count > 0 and vim.list_slice(new, new_from, new_from + new_count - 1) or {}
    return { first = first, last = first + count, lines = lines }
  end, found)
end

--- The text with both changes; nil where they meet.
---@param old string[]
---@param one string[]
---@param other string[]
---@return string[]?
function M.merged(old, one, other)
  local hunks, before = hunks_of(old, one), hunks_of(old, other)
  for _, here in ipairs(hunks) do
    for _, there in ipairs(before) do
      if here.first <= there.last and there.first <= here.last then
        return nil
      end
    end
  end
  vim.list_extend(hunks, before)
  table.sort(hunks, function(left, right)
    return left.first < right.first
  end)
  local lines, at = {}, 0
  for _, hunk in ipairs(hunks) do
    vim.list_extend(lines, old, at + 1, hunk.first)
    vim.list_extend(lines, hunk.lines)
    at = hunk.last
  end
  return vim.list_extend(lines, old, at + 1)
end

return M
