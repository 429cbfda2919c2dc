--- What a command would change: its edit, taken apart by file.

local histories = require("prompt_lsp.history")
local merge = require("prompt_lsp.merge")

local M = {}

---@class prompt_lsp.Draft A file as a command would have it.
---@field uri string
---@field name string of the file, without its folder
---@field bufnr? integer the buffer that would be changed; nil for a new file
---@field opened boolean whether the buffer is here for the draft alone
---@field lines string[] as they would be
---@field before string[] as they are, or were when the command answered
---@field eol boolean whether the last line would have a line end
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
---@return string[]? lines nil where they are not known any more
local function text_of(change, bufnr, history)
  local version, now = change.textDocument.version, vim.lsp.util.buf_versions[bufnr]
  if type(version) == "number" and now ~= nil and now > version then
    return bufnr == history.bufnr and histories.text(history, version) or nil
  end
  return vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
end

--- The lines of a text after some edits. A buffer of its own takes them, so that they
--- mean just what they would mean in the real one; the line end of the last line stands
--- there as an empty line, so that it can be added and removed.
---@param lines string[]
---@param eol boolean
---@param edits lsp.TextEdit[]
---@param encoding string
---@return string[] lines, boolean eol
local function edited(lines, eol, edits, encoding)
  local bufnr = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  if eol then
    vim.api.nvim_buf_set_lines(bufnr, -1, -1, false, { "" })
  end
  vim.bo[bufnr].eol = false
  vim.bo[bufnr].fixeol = false
  local plain = vim.tbl_map(function(each)
    return { range = each.range, newText = each.newText }
  end, edits)
  vim.lsp.util.apply_text_edits(plain, bufnr, encoding)
  local after = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  vim.api.nvim_buf_delete(bufnr, { force = true })
  local ends = #after > 1 and after[#after] == ""
  return ends and vim.list_slice(after, 1, #after - 1) or after, ends
end

--- Loads the buffer of a file, or looks whether it is still what the file is.
---@param bufnr integer
---@return boolean opened
local function open(bufnr)
  if vim.api.nvim_buf_is_loaded(bufnr) then
    vim.cmd.checktime(bufnr)
    return false
  end
  vim.fn.bufload(bufnr)
  return not vim.bo[bufnr].buflisted
end

---@param change lsp.TextDocumentEdit
---@param encoding string
---@return prompt_lsp.Draft
local function new_draft(change, encoding)
  local path = vim.uri_to_fname(change.textDocument.uri)
  local lines, eol = edited({ "" }, false, change.edits, encoding)
  return {
    uri = change.textDocument.uri,
    name = vim.fs.basename(path),
    opened = false,
    before = { "" },
    lines = lines,
    eol = eol,
    filetype = vim.filetype.match({ filename = path }) or "",
  }
end

---@param change lsp.TextDocumentEdit
---@param encoding string
---@param history prompt_lsp.History
---@return prompt_lsp.Draft? draft, string name
local function draft_of(change, encoding, history)
  local bufnr = buffer_of(change.textDocument.uri, history)
  local path = vim.api.nvim_buf_get_name(bufnr)
  local name = path ~= "" and vim.fs.basename(path) or "unnamed"
  local opened = open(bufnr)
  local before = text_of(change, bufnr, history)
  if not before then
    return nil, name
  end
  local lines, eol = edited(before, vim.bo[bufnr].eol, change.edits, encoding)
  -- What was typed meanwhile elsewhere in the text stays; where it was typed is told later.
  local now = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  local both = not vim.deep_equal(now, before) and merge.merged(before, lines, now)
  if both then
    before, lines = now, both
  end
  return {
    uri = change.textDocument.uri,
    name = name,
    bufnr = bufnr,
    opened = opened,
    before = before,
    lines = lines,
    eol = eol,
    filetype = vim.bo[bufnr].filetype,
  },
    name
end

--- Unloads what was loaded for drafts alone: a buffer that nobody sees would be older than
--- its file before long.
---@param drafts prompt_lsp.Draft[]
function M.forget(drafts)
  for _, draft in ipairs(drafts) do
    local bufnr = draft.opened and draft.bufnr or -1
    local is_wanted = vim.api.nvim_buf_is_loaded(bufnr)
      and (vim.bo[bufnr].buflisted or vim.bo[bufnr].modified or vim.fn.bufwinid(bufnr) ~= -1)
    if vim.api.nvim_buf_is_loaded(bufnr) and not is_wanted then
      vim.api.nvim_buf_delete(bufnr, {})
    end
  end
end

--- The files that an edit changes or creates.
---@param edit lsp.WorkspaceEdit
---@param encoding string
---@param history prompt_lsp.History of the prompt
---@return prompt_lsp.Draft[]? drafts
---@return string? name of a file whose text is newer than the edit, if there are no drafts
function M.drafts(edit, encoding, history)
  local texts, created = parts_of(edit)
  local drafts = {}
  for _, change in ipairs(texts) do
    local draft, name
    if created[change.textDocument.uri] then
      draft = new_draft(change, encoding)
    else
      draft, name = draft_of(change, encoding, history)
    end
    if not draft then
      M.forget(drafts)
      return nil, name
    end
    drafts[#drafts + 1] = draft
  end
  return drafts
end

return M
