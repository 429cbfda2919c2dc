--- Buffers that belong to no file.

local M = {}

---@param name string
---@return integer? bufnr
local function named(name)
  return vim.iter(vim.api.nvim_list_bufs()):find(function(bufnr)
    return vim.api.nvim_buf_get_name(bufnr) == name
  end)
end

--- Files of different folders may have one name, so a name that is taken gets a number.
---@param name string of the buffer, after `prompt-lsp://`
---@param lines string[]
---@param source integer the buffer that its `:PromptLsp` is about
---@return integer bufnr
function M.create(name, lines, source)
  local full, number = "prompt-lsp://" .. name, 1
  while named(full) do
    number = number + 1
    full = ("prompt-lsp://%s (%d)"):format(name, number)
  end
  local bufnr = vim.api.nvim_create_buf(false, true)
  vim.bo[bufnr].bufhidden = "wipe"
  vim.bo[bufnr].undolevels = -1
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  vim.bo[bufnr].undolevels = vim.go.undolevels
  vim.api.nvim_buf_set_name(bufnr, full)
  require("prompt_lsp.command").create(bufnr, source)
  return bufnr
end

--- Deletes the scratch buffer of a name, if there is one.
---@param name string
function M.delete(name)
  local bufnr = named("prompt-lsp://" .. name)
  if bufnr then
    vim.api.nvim_buf_delete(bufnr, { force = true })
  end
end

--- Closes the window of a buffer, or takes the buffer out of the last one.
---@param bufnr integer
local function close(bufnr)
  if not pcall(vim.cmd.close) then
    vim.api.nvim_buf_delete(bufnr, { force = true })
  end
end

--- A window with a scratch buffer that is only read, and closed by `q`.
---@param bufnr integer
---@param how string the command that splits, such as `botright vsplit`
---@return integer window
function M.show(bufnr, how)
  vim.cmd(how)
  local window = vim.api.nvim_get_current_win()
  vim.api.nvim_win_set_buf(window, bufnr)
  vim.bo[bufnr].modifiable = false
  vim.wo[window][0].wrap = true
  vim.wo[window][0].linebreak = true
  vim.wo[window][0].spell = false
  vim.keymap.set("n", "q", function()
    close(bufnr)
  end, { buffer = bufnr, desc = "Close" })
  return window
end

return M
