--- Keys that a buffer has for a while.

local M = {}

---@class prompt_lsp.Key
---@field key string as in a mapping
---@field does fun()
---@field desc string

--- The user's own mapping of a key in a buffer.
---@param bufnr integer
---@param key string
---@return table?
local function own(bufnr, key)
  local mapping = vim.api.nvim_buf_call(bufnr, function()
    return vim.fn.maparg(key, "n", false, true)
  end)
  return mapping.buffer == 1 and mapping or nil
end

--- Gives a buffer some keys of Normal mode.
---@param bufnr integer
---@param keys prompt_lsp.Key[]
function M.give(bufnr, keys)
  for _, each in ipairs(keys) do
    local options = { buffer = bufnr, desc = each.desc, nowait = true }
    vim.keymap.set("n", each.key, each.does, options)
  end
end

--- Lends a buffer some keys.
---@param bufnr integer
---@param keys prompt_lsp.Key[]
---@return fun() back makes the keys again what they were
function M.lend(bufnr, keys)
  local before = {}
  for _, each in ipairs(keys) do
    before[each.key] = own(bufnr, each.key)
  end
  M.give(bufnr, keys)
  return function()
    if not vim.api.nvim_buf_is_valid(bufnr) then
      return
    end
    for _, each in ipairs(keys) do
      pcall(vim.keymap.del, "n", each.key, { buffer = bufnr })
      if before[each.key] then
        vim.api.nvim_buf_call(bufnr, function()
          vim.fn.mapset("n", false, before[each.key])
        end)
      end
    end
  end
end

return M
