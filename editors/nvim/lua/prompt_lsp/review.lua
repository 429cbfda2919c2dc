--- The diff of what a command would change, in a tab page of its own.
---
--- On the left stands the prompt, on the right the proposal, which may be edited or taken
--- change by change (`do`, `dp`); below, what was done and why. It ends with accepting or
--- discarding, and the tab page with it.

local options = require("prompt_lsp.options")
local proposal = require("prompt_lsp.proposal")
local scratch = require("prompt_lsp.scratch")
local server = require("prompt_lsp.server")

local M = {}

local MOST = 6 -- lines of reasons that are shown at once

---@class prompt_lsp.Review
---@field title string
---@field drafts prompt_lsp.Draft[]
---@field changes { kind: string, reason: string }[]
---@field tab? integer
---@field from? integer the window to go back to
---@field views? table<integer, prompt_lsp.Draft> by the buffer of the proposal
---@field prompts? table<integer, integer> the buffers of the prompts by their windows
---@field reasons? integer the buffer of what was done and why

---@param drafts prompt_lsp.Draft[]
---@return string
local function names_of(drafts)
  return table.concat(
    vim.tbl_map(function(draft)
      return ("`%s`"):format(draft.name)
    end, drafts),
    " and "
  )
end

--- Changes the files, and shows the new ones.
---@param drafts prompt_lsp.Draft[]
function M.apply(drafts)
  local changed = proposal.changed(drafts)
  if changed then
    server.tell(("`%s` has changed meanwhile; nothing was changed, ask again"):format(changed))
    return
  end
  local created = proposal.apply(drafts)
  for _, bufnr in ipairs(created) do
    local here = vim.api.nvim_get_current_win()
    vim.cmd("belowright split")
    vim.api.nvim_win_set_buf(0, bufnr)
    vim.api.nvim_set_current_win(here)
  end
  server.tell(("changed %s, not written yet"):format(names_of(drafts)), vim.log.levels.INFO)
end

--- Closes the window of a prompt, or ends its diff where it is the last one.
---@param window integer
local function leave(window)
  if not pcall(vim.api.nvim_win_close, window, true) then
    vim.api.nvim_win_call(window, vim.cmd.diffoff)
    vim.wo[window][0].winbar = ""
  end
end

--- Ends a review and closes what belongs to it; what its user has opened there stays.
--- The user goes back to where they came from, unless they are elsewhere.
---@param review prompt_lsp.Review
local function close(review)
  local tab = review.tab
  review.tab = nil
  if not tab then
    return
  end
  local is_here = vim.api.nvim_get_current_tabpage() == tab
  for _, bufnr in ipairs(vim.list_extend(vim.tbl_keys(review.views), { review.reasons })) do
    if vim.api.nvim_buf_is_valid(bufnr) then
      vim.api.nvim_buf_delete(bufnr, { force = true })
    end
  end
  for window, bufnr in pairs(review.prompts) do
    if vim.api.nvim_win_is_valid(window) and vim.api.nvim_win_get_buf(window) == bufnr then
      leave(window)
    end
  end
  if is_here and vim.api.nvim_win_is_valid(review.from) then
    vim.api.nvim_set_current_win(review.from)
  end
end

---@param review prompt_lsp.Review
local function accept(review)
  local changed = proposal.changed(review.drafts)
  if changed then
    local how = "take what you want with `do` and `dp`, or discard and ask again"
    server.tell(("`%s` has changed since; %s"):format(changed, how))
    return
  end
  for bufnr, draft in pairs(review.views) do
    draft.lines = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  end
  close(review)
  M.apply(review.drafts)
end

---@param review prompt_lsp.Review
---@param draft prompt_lsp.Draft
---@return integer bufnr
local function view_of(review, draft)
  local bufnr = scratch.create("proposal/" .. draft.name, draft.lines)
  vim.bo[bufnr].filetype = draft.filetype
  for key, does in pairs({
    [options.get("accept_key")] = { accept, "Accept what prompt-lsp proposes" },
    [options.get("discard_key")] = { close, "Discard what prompt-lsp proposes" },
  }) do
    vim.keymap.set("n", key, function()
      does[1](review)
    end, { buffer = bufnr, desc = does[2], nowait = true })
  end
  -- Whoever closes the window with `:q` has discarded it.
  vim.api.nvim_create_autocmd("BufWipeout", {
    buffer = bufnr,
    once = true,
    callback = function()
      vim.schedule(function()
        close(review)
      end)
    end,
  })
  return bufnr
end

---@param text string
---@return string
local function literal(text)
  return (text:gsub("%%", "%%%%"))
end

--- What stands above a proposal: the keys, and what it is; cut at its end.
---@param review prompt_lsp.Review
---@param draft prompt_lsp.Draft
---@return string
local function bar(review, draft)
  local accepts, discards = options.get("accept_key"), options.get("discard_key")
  return ("%%#Special# %s %%*accept %%#Special# %s %%*discard  %%#Title#%s%s%%<"):format(
    literal(accepts),
    literal(discards),
    literal(review.title),
    draft.bufnr and "" or literal(" · new " .. draft.name)
  )
end

---@param window integer
local function as_diff(window)
  vim.api.nvim_win_call(window, function()
    vim.cmd.diffthis()
  end)
  vim.wo[window][0].wrap = true -- prompts have long lines
  vim.wo[window][0].linebreak = true
  vim.wo[window][0].foldcolumn = "0"
end

---@param review prompt_lsp.Review
---@param draft prompt_lsp.Draft
local function show_draft(review, draft)
  local view = view_of(review, draft)
  review.views[view] = draft
  local window = vim.api.nvim_get_current_win()
  if draft.bufnr then
    vim.api.nvim_win_set_buf(window, draft.bufnr)
    local left = window
    review.prompts[left] = draft.bufnr
    vim.cmd("rightbelow vsplit")
    window = vim.api.nvim_get_current_win()
    vim.api.nvim_win_set_buf(window, view)
    as_diff(left)
    as_diff(window)
    vim.wo[left][0].winbar = " " .. literal(draft.name)
  else
    vim.api.nvim_win_set_buf(window, view)
  end
  vim.wo[window][0].winbar = bar(review, draft)
end

---@param changes { kind: string, reason: string }[]
---@return integer? bufnr
local function show_changes(changes)
  local lines, known = {}, {}
  for _, change in ipairs(changes) do
    local line = "- " .. change.reason:gsub("%s+", " ")
    if not known[line] then
      known[line] = true
      lines[#lines + 1] = line
    end
  end
  if #lines == 0 then
    return
  end
  local bufnr = scratch.create("proposal/changes", lines)
  local window = scratch.show(bufnr, ("botright %dsplit"):format(math.min(#lines, MOST)))
  vim.wo[window][0].winfixheight = true
  vim.wo[window][0].number = false
  vim.wo[window][0].relativenumber = false
  vim.cmd.wincmd("p")
  return bufnr
end

---@param review prompt_lsp.Review
local function show(review)
  review.from = vim.api.nvim_get_current_win()
  review.views, review.prompts = {}, {}
  vim.cmd("tab split")
  review.tab = vim.api.nvim_get_current_tabpage()
  for number, draft in ipairs(review.drafts) do
    if number > 1 then
      vim.cmd("botright split")
    end
    show_draft(review, draft)
  end
  -- The prompt itself comes first, and so does the cursor.
  for view, draft in pairs(review.views) do
    if draft == review.drafts[1] then
      vim.api.nvim_set_current_win(vim.fn.bufwinid(view))
    end
  end
  review.reasons = show_changes(review.changes)
end

--- Shows what a command would change. Who is typing is not interrupted.
---@param title string
---@param drafts prompt_lsp.Draft[]
---@param changes { kind: string, reason: string }[]
function M.open(title, drafts, changes)
  local review = { title = title, drafts = drafts, changes = changes }
  if vim.api.nvim_get_mode().mode:sub(1, 1) == "n" then
    return show(review)
  end
  server.tell("a proposal is shown when you are back in Normal mode", vim.log.levels.INFO)
  vim.api.nvim_create_autocmd("ModeChanged", {
    pattern = "*:n",
    once = true,
    callback = vim.schedule_wrap(function()
      show(review)
    end),
  })
end

return M
