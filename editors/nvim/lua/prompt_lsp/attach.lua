--- Where the server is attached, and with which root.

local options = require("prompt_lsp.options")
local server = require("prompt_lsp.server")

local M = {}

-- Names of prompts, and of what stands beside them, in any project.
local NAMES = {
  "%.prompt$",
  "%.prompty$",
  "%.prompt%.%a+$",
  "%.messages%.json$",
  "%.vars%.json$",
  "%.vars%.ya?ml$",
  "/prompts/",
}
local OWN_TYPES = { ["llm-prompt"] = true, prompty = true, dotprompt = true }

---@param folder string?
---@return boolean
local function is_configured(folder)
  local pyproject = folder and vim.fs.joinpath(folder, "pyproject.toml")
  if not pyproject or vim.fn.filereadable(pyproject) == 0 then
    return false
  end
  return vim.iter(vim.fn.readfile(pyproject)):any(function(line)
    return line:find("^%s*%[tool%.prompt%-lsp") ~= nil
  end)
end

--- Whether the settings of Neovim themselves say which files are prompts.
---@return boolean
local function names_prompts()
  local config = vim.lsp.config[server.NAME] or {}
  return vim
    .iter({ vim.tbl_get(config, "settings", "promptLsp"), config.init_options })
    :any(function(settings)
      return type(settings) == "table" and (settings.include or settings.textCompletions) ~= nil
    end)
end

---@param bufnr integer
---@return boolean
local function can_be_prompt(bufnr)
  if OWN_TYPES[vim.bo[bufnr].filetype] or options.get("attach") == "all" then
    return true
  end
  local path = vim.fs.normalize(vim.api.nvim_buf_get_name(bufnr))
  for _, pattern in ipairs(NAMES) do
    if path:find(pattern) then
      return true
    end
  end
  return vim.fs.root(bufnr, { "prompt-lsp.toml", ".prompt-lsp.toml" }) ~= nil
    or is_configured(vim.fs.root(bufnr, "pyproject.toml"))
    or names_prompts()
end

---@type integer? the buffer without a name that the server has
local nameless

--- Whether another buffer without a name is with the server. All of them have one address,
--- so what is meant for one would be made in the other.
---@param bufnr integer
---@return boolean
local function is_second_nameless(bufnr)
  local function is_nameless(each)
    return vim.api.nvim_buf_is_loaded(each) and vim.api.nvim_buf_get_name(each) == ""
  end
  if not is_nameless(bufnr) then
    return false
  elseif nameless and nameless ~= bufnr and is_nameless(nameless) then
    return true
  end
  nameless = bufnr
  return false
end

---@param bufnr integer
local function leave_nameless(bufnr)
  if not vim.b[bufnr].prompt_lsp_nameless then
    vim.b[bufnr].prompt_lsp_nameless = true
    server.tell("give this prompt a name: another unnamed one is open")
  end
end

--- Attaches the server to what was left alone for want of a name, once it has one.
---@param bufnr integer
function M.take_named(bufnr)
  if vim.b[bufnr].prompt_lsp_nameless and server.is_enabled() then
    vim.b[bufnr].prompt_lsp_nameless = nil
    vim.schedule(function()
      vim.lsp.enable(server.NAME)
    end)
  end
end

--- The nearest folder with one of the markers. As a list Neovim would take them for
--- priorities, and a `pyproject.toml` far above for more than a `.git` that is near.
---@param bufnr integer
---@return string?
local function root_of(bufnr)
  local config = vim.lsp.config[server.NAME] or {}
  local markers = vim.iter(config.root_markers or { ".git" }):flatten(math.huge):totable()
  return vim.fs.root(bufnr, function(name)
    return vim.list_contains(markers, name)
  end)
end

--- Attaches the server to a buffer that can be a prompt.
---@param bufnr integer
---@param on_dir fun(root: string?)
function M.root_dir(bufnr, on_dir)
  if not can_be_prompt(bufnr) then
    return
  elseif is_second_nameless(bufnr) then
    return leave_nameless(bufnr)
  end
  on_dir(root_of(bufnr))
end

return M
