--- What a command would change: its edit, taken apart by file.

local M = {}

---@class prompt_lsp.Draft A file as a command would have it.
---@field uri string
---@field name string of the file, without its folder
---@field bufnr? integer the buffer that would be changed; nil for a new file
---@field lines string[] as they would be
---@field before string[] as they were when the command answered
---@field eol boolean
---@field filetype string

---@param edit lsp.WorkspaceEdit
---@return lsp.TextDocumentEdit[], table<string, boolean>
local function parts_of(edit)
  local texts, created = {}, {}
  for _, change in ipairs(edit.documentChanges or {}) do
    if change.kind == "create" then
      created[change.uri] = true
    elseif change.textDocument then
      texts[#texts + 1] = change
    end
  end
  return texts, created
end

---@class prompt_lsp.History The texts that a buffer had, by their versions.
---@field bufnr integer
---@field [integer] string[]

--- Remembers what is typed into a buffer for as long as someone holds the history: of a
--- request that fails, is cancelled or dies with its server not every end is told.
---@param bufnr integer
---@return prompt_lsp.History
function M.history(bufnr)
  local history = { bufnr = bufnr }
  history[vim.lsp.util.buf_versions[bufnr] or 0] = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  local held = setmetatable({ history }, { __mode = "v" })
  vim.api.nvim_buf_attach(bufnr, false, {
    on_lines = function(_, _, version)
      if not held[1] then
        return true -- which detaches it
      end
      held[1][version] = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
    end,
  })
  return history
end

--- The buffer that an edit means; one without a name is known by being asked about.
---@param uri string
---@param history prompt_lsp.History
---@return integer
local function buffer_of(uri, history)
  local is_own = vim.api.nvim_buf_is_valid(history.bufnr)
    and vim.uri_from_bufnr(history.bufnr) == uri
  return is_own and history.bufnr or vim.uri_to_bufnr(uri)
end

--- The text that an edit of a buffer is for. The buffer may be ahead of it: its user
--- types on while the answer is on its way.
---@param change lsp.TextDocumentEdit
---@param bufnr integer
---@param history prompt_lsp.History
---@return string[]?
local function text_of(change, bufnr, history)
  local version, now = change.textDocument.version, vim.lsp.util.buf_versions[bufnr]
  if type(version) == "number" and now ~= nil and now > version then
    return history[version]
  end
  return vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
end

--- The lines of a text after some edits. A buffer of its own takes them, so that they
--- mean just what they would mean in the real one.
---@param lines string[]
---@param eol boolean
---@param edits lsp.TextEdit[]
---@param encoding string
---@return string[]
local function edited(lines, eol, edits, encoding)
  local bufnr = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  vim.bo[bufnr].eol = eol
  vim.bo[bufnr].fixeol = false
  local plain = vim.tbl_map(function(each)
    return { range = each.range, newText = each.newText }
  end, edits)
  vim.lsp.util.apply_text_edits(plain, bufnr, encoding)
  local after = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  vim.api.nvim_buf_delete(bufnr, { force = true })
  return after
end

---@param change lsp.TextDocumentEdit
---@param is_new boolean
---@param encoding string
---@param history prompt_lsp.History
---@return prompt_lsp.Draft?
local function draft_of(change, is_new, encoding, history)
  local uri = change.textDocument.uri
  local bufnr = not is_new and buffer_of(uri, history) or nil
  local path = bufnr and vim.api.nvim_buf_get_name(bufnr) or vim.uri_to_fname(uri)
  local before, eol, filetype = { "" }, true ---@type string[]?, boolean, string?
  if bufnr then
    vim.fn.bufload(bufnr)
    before = text_of(change, bufnr, history)
    eol, filetype = vim.bo[bufnr].eol, vim.bo[bufnr].filetype
  else
    filetype = vim.filetype.match({ filename = path })
  end
  return before
    and {
      uri = uri,
      name = path ~= "" and vim.fs.basename(path) or "unnamed",
      bufnr = bufnr,
      before = before,
      lines = edited(before, eol, change.edits, encoding),
      eol = eol,
      filetype = filetype or "",
    }
end

--- The files that an edit changes or creates; nil where a text is newer than the edit.
---@param edit lsp.WorkspaceEdit
---@param encoding string
---@param history prompt_lsp.History of the prompt
---@return prompt_lsp.Draft[]?
function M.drafts(edit, encoding, history)
  local texts, created = parts_of(edit)
  local drafts = {}
  for _, change in ipairs(texts) do
    local draft = draft_of(change, created[change.textDocument.uri] == true, encoding, history)
    if not draft then
      return nil
    end
    drafts[#drafts + 1] = draft
  end
  return drafts
end

--- Whether the files are still what the drafts were made of.
---@param drafts prompt_lsp.Draft[]
---@return string? name of the first one that is not
function M.changed(drafts)
  for _, draft in ipairs(drafts) do
    if draft.bufnr then
      local valid = vim.api.nvim_buf_is_loaded(draft.bufnr)
      local now = valid and vim.api.nvim_buf_get_lines(draft.bufnr, 0, -1, false)
      if not vim.deep_equal(now, draft.before) then
        return draft.name
      end
    elseif vim.uv.fs_stat(vim.uri_to_fname(draft.uri)) then
      return draft.name
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

--- Makes the files what the drafts say. Each buffer needs one `u` to be what it was;
--- nothing is written, a new file is a buffer without one.
---@param drafts prompt_lsp.Draft[]
---@return integer[] created the buffers of new files
function M.apply(drafts)
  local created = {}
  for _, draft in ipairs(drafts) do
    local bufnr = draft.bufnr or vim.fn.bufadd(vim.uri_to_fname(draft.uri))
    vim.fn.bufload(bufnr)
    local first, last, instead = difference(draft.before, draft.lines)
    vim.api.nvim_buf_set_lines(bufnr, first, last, false, instead)
    vim.bo[bufnr].buflisted = true
    if not draft.bufnr then
      created[#created + 1] = bufnr
    end
  end
  return created
end

return M
