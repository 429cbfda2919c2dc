--- A prompt as the model gets it, in a window beside it that follows what is typed.

local options = require("prompt_lsp.options")
local request = require("prompt_lsp.request")
local scratch = require("prompt_lsp.scratch")
local server = require("prompt_lsp.server")

local M = {}

local PAUSE = 150 -- milliseconds of silence after which what was typed is shown

local space = vim.api.nvim_create_namespace("prompt_lsp.preview")

---@class prompt_lsp.Slot
---@field text? string
---@field placeholder? string
---@field value? string

---@class prompt_lsp.Shown What `promptLsp/preview` answers.
---@field messages { role: string, parts: prompt_lsp.Slot[], tokens?: integer }[]
---@field variables { name: string, value?: string, declared: boolean }[]

---@class prompt_lsp.Preview
---@field client vim.lsp.Client
---@field source integer the buffer of the prompt
---@field view integer the buffer of the preview
---@field values table<string, string> that the user filled in here
---@field asked integer the number of the latest request

---@type table<integer, prompt_lsp.Preview> by the buffer of the prompt
local previews = {}

---@class prompt_lsp.Canvas
---@field lines string[]
---@field marks { line: integer, from: integer, to: integer, group: string, name?: string }[]

--- Writes a text behind what is written, in a highlight group, perhaps about a variable.
---@param canvas prompt_lsp.Canvas
---@param text string
---@param group? string
---@param name? string
local function write(canvas, text, group, name)
  for number, line in ipairs(vim.split(text, "\r?\n")) do
    if number > 1 then
      canvas.lines[#canvas.lines + 1] = ""
    end
    local at = #canvas.lines
    local from = #canvas.lines[at]
    canvas.lines[at] = canvas.lines[at] .. line
    if group then
      local mark = { line = at - 1, from = from, to = from + #line, group = group, name = name }
      canvas.marks[#canvas.marks + 1] = mark
    end
  end
end

---@param value any
---@return boolean
local function is_said(value)
  return type(value) == "string"
end

---@param canvas prompt_lsp.Canvas
---@param shown prompt_lsp.Shown
local function write_variables(canvas, shown)
  if #shown.variables == 0 then
    return
  end
  write(canvas, "Variables", "PromptLspRole")
  write(canvas, "  <CR> fills one in\n", "PromptLspNote")
  for _, variable in ipairs(shown.variables) do
    write(canvas, "  ")
    write(canvas, variable.name, "PromptLspPlaceholder", variable.name)
    if is_said(variable.value) then
      write(canvas, " = ")
      local short = variable.value:gsub("%s+", " ")
      write(canvas, vim.fn.strcharpart(short, 0, 40), "PromptLspValue", variable.name)
    end
    local note = variable.declared and "\n" or "  not declared\n"
    write(canvas, note, "PromptLspNote")
  end
  write(canvas, "\n")
end

---@param shown prompt_lsp.Shown
---@return prompt_lsp.Canvas
local function drawn(shown)
  ---@type prompt_lsp.Canvas
  local canvas = { lines = { "" }, marks = {} }
  write_variables(canvas, shown)
  for number, message in ipairs(shown.messages) do
    write(canvas, number > 1 and "\n\n" or "")
    write(canvas, message.role:gsub("^%l", string.upper), "PromptLspRole")
    local tokens = type(message.tokens) == "number" and ("  %d tokens"):format(message.tokens)
    write(canvas, (tokens or "") .. "\n", "PromptLspNote")
    for _, part in ipairs(message.parts) do
      if not part.placeholder then
        write(canvas, part.text)
      elseif is_said(part.value) then
        write(canvas, part.value, "PromptLspValue", part.placeholder)
      else
        write(canvas, ("{{%s}}"):format(part.placeholder), "PromptLspPlaceholder", part.placeholder)
      end
    end
  end
  return canvas
end

---@param message string
---@return prompt_lsp.Canvas
local function noted(message)
  ---@type prompt_lsp.Canvas
  local canvas = { lines = { "" }, marks = {} }
  write(canvas, message, "PromptLspNote")
  return canvas
end

---@param preview prompt_lsp.Preview
---@param canvas prompt_lsp.Canvas
local function paint(preview, canvas)
  local view = preview.view
  vim.bo[view].modifiable = true
  vim.api.nvim_buf_set_lines(view, 0, -1, false, canvas.lines)
  vim.bo[view].modifiable = false
  vim.api.nvim_buf_clear_namespace(view, space, 0, -1)
  vim.b[view].prompt_lsp_names = {}
  local names = {}
  for _, mark in ipairs(canvas.marks) do
    vim.api.nvim_buf_set_extmark(view, space, mark.line, mark.from, {
      end_col = mark.to,
      hl_group = mark.group,
    })
    if mark.name then
      names[#names + 1] = mark
    end
  end
  vim.b[view].prompt_lsp_names = names
end

---@param preview prompt_lsp.Preview
local function refresh(preview)
  preview.asked = preview.asked + 1
  local number = preview.asked
  local params = { uri = vim.uri_from_bufnr(preview.source), values = preview.values }
  if vim.tbl_isempty(params.values) then
    params.values = vim.empty_dict()
  end
  ---@param canvas prompt_lsp.Canvas
  local function show(canvas)
    if number == preview.asked and vim.api.nvim_buf_is_valid(preview.view) then
      paint(preview, canvas)
    end
  end
  request.send(preview.client, preview.source, "promptLsp/preview", params, function(shown)
    show(drawn(shown))
  end, function(message)
    show(noted(message)) -- Told with each key, it would be in the way.
  end)
end

--- The variable that stands under the cursor, or in its line alone.
---@param view integer
---@return string?
local function name_here(view)
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  local first
  for _, mark in ipairs(vim.b[view].prompt_lsp_names or {}) do
    if mark.line == line - 1 then
      first = first or mark.name
      if mark.from <= column and column < mark.to then
        return mark.name
      end
    end
  end
  return first
end

---@param preview prompt_lsp.Preview
local function fill_in(preview)
  local name = name_here(preview.view)
  if not name then
    return
  end
  local asking = { prompt = name .. " = ", default = preview.values[name] }
  vim.ui.input(asking, function(value)
    if value then
      preview.values[name] = value ~= "" and value or nil
      refresh(preview)
    end
  end)
end

---@param preview prompt_lsp.Preview
local function follow(preview)
  local group = vim.api.nvim_create_augroup("prompt_lsp.preview." .. preview.source, {})
  local timer = assert(vim.uv.new_timer())
  local function soon()
    timer:start(
      PAUSE,
      0,
      vim.schedule_wrap(function()
        if previews[preview.source] == preview then
          refresh(preview)
        end
      end)
    )
  end
  vim.api.nvim_create_autocmd({ "TextChanged", "TextChangedI", "TextChangedP" }, {
    group = group,
    buffer = preview.source,
    callback = soon,
  })
  -- Values may stand in another file.
  vim.api.nvim_create_autocmd("BufWritePost", { group = group, callback = soon })
  vim.api.nvim_create_autocmd("LspAttach", {
    group = group,
    buffer = preview.source,
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == preview.client.name then
        preview.client = client
        soon()
      end
    end,
  })
  vim.api.nvim_create_autocmd({ "BufDelete", "BufWipeout" }, {
    group = group,
    buffer = preview.source,
    callback = vim.schedule_wrap(function()
      pcall(vim.api.nvim_buf_delete, preview.view, { force = true })
    end),
  })
  vim.api.nvim_create_autocmd("BufWipeout", {
    group = group,
    buffer = preview.view,
    callback = function()
      previews[preview.source] = nil
      timer:close()
      vim.api.nvim_del_augroup_by_id(group)
    end,
  })
end

local function define_colours()
  for group, link in pairs({
    PromptLspRole = "Title",
    PromptLspPlaceholder = "Special",
    PromptLspValue = "String",
    PromptLspNote = "Comment",
  }) do
    vim.api.nvim_set_hl(0, group, { link = link, default = true })
  end
end

---@param preview prompt_lsp.Preview
---@param mods string
local function open_window(preview, mods)
  local from = vim.api.nvim_get_current_win()
  local width = math.min(options.get("preview_width"), math.floor(vim.o.columns / 2))
  local how = mods ~= "" and mods .. " split" or ("botright %dvsplit"):format(width)
  local window = scratch.show(preview.view, how)
  vim.wo[window][0].number = false
  vim.wo[window][0].relativenumber = false
  vim.wo[window][0].signcolumn = "no"
  vim.wo[window][0].list = false
  vim.keymap.set("n", "<CR>", function()
    fill_in(preview)
  end, { buffer = preview.view, desc = "Fill in the variable" })
  vim.api.nvim_set_current_win(from)
end

--- Opens the preview of a prompt, or closes it, for which no server is needed.
---@param client? vim.lsp.Client
---@param bufnr integer
---@param mods string
function M.toggle(client, bufnr, mods)
  local old = previews[bufnr]
  if old and vim.api.nvim_buf_is_valid(old.view) then
    vim.api.nvim_buf_delete(old.view, { force = true })
    return
  elseif not client then
    return server.tell(server.absent())
  end
  define_colours()
  local name = vim.fs.basename(vim.api.nvim_buf_get_name(bufnr))
  ---@type prompt_lsp.Preview
  local preview = {
    client = client,
    source = bufnr,
    view = scratch.create("preview/" .. name, {}, bufnr),
    values = {},
    asked = 0,
  }
  open_window(preview, mods)
  previews[bufnr] = preview
  follow(preview)
  refresh(preview)
end

return M
