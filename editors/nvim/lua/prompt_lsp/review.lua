--- The diff of what a command would change, in a tab page of its own.
---
--- On the left stands the prompt, on the right the proposal, which may be edited or taken
--- change by change (`do`, `dp`); below, what was done and why. It ends with accepting or
--- discarding, and the tab page with it.

local change = require("prompt_lsp.change")
local keys = require("prompt_lsp.keys")
local options = require("prompt_lsp.options")
local proposal = require("prompt_lsp.proposal")
local scratch = require("prompt_lsp.scratch")
local server = require("prompt_lsp.server")

local M = {}

local MOST = 6 -- lines of reasons that are shown at once

---@class prompt_lsp.Review
---@field title string
---@field source integer the buffer of the prompt
---@field drafts prompt_lsp.Draft[]
---@field changes { kind: string, reason: string }[]
---@field tab? integer
---@field from? integer the window to go back to
---@field views? table<integer, prompt_lsp.Draft> by the buffer of the proposal
---@field prompts? table<integer, integer> the buffers of the prompts by their windows
---@field reasons? integer the buffer of what was done and why
---@field group? integer of the autocommands that watch the tab page
---@field back? fun()[] gives back the keys that the prompts have here

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

--- Shows the new files where there is room for them, and says what was changed.
---@param drafts prompt_lsp.Draft[]
---@param created integer[]
local function show_changed(drafts, created)
  for _, bufnr in ipairs(created) do
    local here = vim.api.nvim_get_current_win()
    if pcall(vim.cmd, "belowright split") then
      vim.api.nvim_win_set_buf(0, bufnr)
      vim.api.nvim_set_current_win(here)
    end
  end
  server.tell(("changed %s, not written yet"):format(names_of(drafts)), vim.log.levels.INFO)
end

--- Changes the files, and shows the new ones.
---@param drafts prompt_lsp.Draft[]
function M.apply(drafts)
  local problem = change.obstacle(drafts)
  if problem then
    proposal.forget(drafts)
    server.tell(problem .. "; nothing was changed, ask again")
    return
  end
  show_changed(drafts, change.apply(drafts))
end

--- Closes the window of a prompt, or ends its diff where it is the last one.
---@param window integer
local function leave(window)
  if not pcall(vim.api.nvim_win_close, window, true) then
    vim.api.nvim_win_call(window, vim.cmd.diffoff)
    vim.wo[window][0].winbar = ""
  end
end

---@param review prompt_lsp.Review
local function give_back(review)
  for _, back in ipairs(review.back) do
    back()
  end
  review.back = {}
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
  give_back(review)
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
  pcall(vim.api.nvim_del_augroup_by_id, review.group)
  proposal.forget(review.drafts)
end

---@param review prompt_lsp.Review
local function accept(review)
  local problem, is_newer = change.obstacle(review.drafts)
  if problem then
    local how = is_newer and "take what you want with `do` and `dp`, or discard and ask again"
      or "nothing was changed"
    server.tell(("%s; %s"):format(problem, how))
    return
  end
  for bufnr, draft in pairs(review.views) do
    draft.lines = vim.api.nvim_buf_get_lines(bufnr, 0, -1, false)
  end
  local created = change.apply(review.drafts)
  close(review)
  show_changed(review.drafts, created)
end

---@param review prompt_lsp.Review
---@return prompt_lsp.Key[]
local function keys_of(review)
  local accepts, discards = options.keys()
  local function key(name, does, desc)
    return {
      key = name,
      desc = desc,
      does = function()
        does(review)
      end,
    }
  end
  return {
    key(accepts, accept, "Accept what prompt-lsp proposes"),
    key(discards, close, "Discard what prompt-lsp proposes"),
  }
end

--- Lends the prompts the keys, as long as their user is in the tab page of the review.
---@param review prompt_lsp.Review
local function lend_keys(review)
  give_back(review)
  if vim.api.nvim_get_current_tabpage() ~= review.tab then
    return
  end
  for _, draft in ipairs(review.drafts) do
    if draft.bufnr and vim.api.nvim_buf_is_valid(draft.bufnr) then
      review.back[#review.back + 1] = keys.lend(draft.bufnr, keys_of(review))
    end
  end
end

---@param review prompt_lsp.Review
local function watch_tab(review)
  review.group = vim.api.nvim_create_augroup("prompt_lsp.review." .. review.tab, {})
  vim.api.nvim_create_autocmd("TabLeave", {
    group = review.group,
    callback = function()
      give_back(review)
    end,
  })
  vim.api.nvim_create_autocmd("TabEnter", {
    group = review.group,
    callback = function()
      lend_keys(review)
    end,
  })
  lend_keys(review)
end

---@param review prompt_lsp.Review
---@param draft prompt_lsp.Draft
---@return integer bufnr
local function view_of(review, draft)
  local bufnr = scratch.create("proposal/" .. draft.name, draft.lines, review.source)
  vim.bo[bufnr].filetype = draft.filetype
  keys.give(bufnr, keys_of(review))
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
  local accepts, discards = options.keys()
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

---@param review prompt_lsp.Review
---@return integer? bufnr
local function show_changes(review)
  local lines, known = {}, {}
  for _, each in ipairs(review.changes) do
    local line = "- " .. each.reason:gsub("%s+", " ")
    if not known[line] then
      known[line] = true
      lines[#lines + 1] = line
    end
  end
  if #lines == 0 then
    return
  end
  local bufnr = scratch.create("proposal/changes", lines, review.source)
  keys.give(bufnr, keys_of(review))
  local window = scratch.show(bufnr, ("botright %dsplit"):format(math.min(#lines, MOST)))
  vim.wo[window][0].winfixheight = true
  vim.wo[window][0].number = false
  vim.wo[window][0].relativenumber = false
  vim.cmd.wincmd("p")
  return bufnr
end

--- Shows what a command would change.
---@param title string
---@param source integer the buffer of the prompt
---@param drafts prompt_lsp.Draft[]
---@param changes { kind: string, reason: string }[]
function M.open(title, source, drafts, changes)
  ---@type prompt_lsp.Review
  local review = {
    title = title,
    source = source,
    drafts = drafts,
    changes = changes,
    from = vim.api.nvim_get_current_win(),
    views = {},
    prompts = {},
    back = {},
  }
  vim.cmd("tab split")
  review.tab = vim.api.nvim_get_current_tabpage()
  for number, draft in ipairs(drafts) do
    if number > 1 then
      vim.cmd("botright split")
    end
    show_draft(review, draft)
  end
  -- The prompt itself comes first, and so does the cursor.
  for view, draft in pairs(review.views) do
    if draft == drafts[1] then
      vim.api.nvim_set_current_win(vim.fn.bufwinid(view))
    end
  end
  review.reasons = show_changes(review)
  watch_tab(review)
end

return M
