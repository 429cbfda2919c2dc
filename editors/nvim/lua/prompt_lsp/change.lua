--- Making files what a command would have them be, where nothing stands against it.

local M = {}

--- What stands against making a file.
---@param path string
---@return string?
local function obstacle_of_new(path)
  if vim.uv.fs_stat(path) then
    return "exists already"
  end
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) and vim.api.nvim_buf_get_name(bufnr) == path then
      local lines = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
      return not vim.deep_equal(lines, { "" }) and "is open and has a text of its own" or nil
    end
  end
end

--- What stands against changing a file.
---@param draft prompt_lsp.Draft
---@return string? problem
---@return boolean? is_newer whether it is a text that was typed since
local function obstacle_of_old(draft)
  if not vim.api.nvim_buf_is_loaded(draft.bufnr) then
    return "was closed meanwhile"
  elseif not vim.bo[draft.bufnr].modifiable then
    return "cannot be changed, it is 'nomodifiable'"
  end
  local now = vim.api.nvim_buf_get_lines(draft.bufnr, 0, -1, false)
  if not vim.deep_equal(now, draft.before) then
    return "has changed since", true
  end
end

--- What stands against making the files what the drafts say.
---@param drafts prompt_lsp.Draft[]
---@return string? problem
---@return boolean? is_newer whether it is a text that was typed since
function M.obstacle(drafts)
  for _, draft in ipairs(drafts) do
    local problem, is_newer
    if draft.bufnr then
      problem, is_newer = obstacle_of_old(draft)
    else
      problem = obstacle_of_new(vim.uri_to_fname(draft.uri))
    end
    if problem then
      return ("`%s` %s"):format(draft.name, problem), is_newer
    end
  end
end

---@param old string[]
---@param new string[]
---@return integer first, integer last of the old lines, from 0, the end exclusive
---@return string[] instead
local function difference(old, new)
  local from, behind = 0, 0
  while from < math.min(#old, #new) and old[from + 1] == new[from + 1] do
    from = from + 1
  end
  local most = math.min(#old, #new) - from
  while behind < most and old[#old - behind] == new[#new - behind] do
    behind = behind + 1
  end
  return from, #old - behind, vim.list_slice(new, from + 1, #new - behind)
end

--- Makes a buffer what a draft says. What an autocommand has put into a new one goes.
---@param draft prompt_lsp.Draft
---@return integer bufnr
local function make(draft)
  local bufnr = draft.bufnr or vim.fn.bufadd(vim.uri_to_fname(draft.uri))
  vim.fn.bufload(bufnr)
  local before = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  local first, last, instead = difference(before, draft.lines)
  vim.api.nvim_buf_set_lines(bufnr, first, last, false, instead)
  vim.bo[bufnr].buflisted = true
  if not draft.bufnr or vim.bo[bufnr].eol ~= draft.eol then
    vim.bo[bufnr].fixeol = vim.bo[bufnr].fixeol and draft.eol
    vim.bo[bufnr].eol = draft.eol
  end
  return bufnr
end

--- Makes the files what the drafts say. Each buffer needs one `u` to be what it was;
--- nothing is written, a new file is a buffer without one.
---@param drafts prompt_lsp.Draft[]
---@return integer[] created the buffers of new files
function M.apply(drafts)
  local created = {}
  for _, draft in ipairs(drafts) do
    local bufnr = make(draft)
    if not draft.bufnr then
      created[#created + 1] = bufnr
    end
  end
  return created
end

return M
