--- The server: where it is attached, how it is found, and what happens when it ends.

local options = require("prompt_lsp.options")

local M = {}

M.NAME = "prompt_lsp"

--- The oldest server that knows everything that is asked of it here.
M.OLDEST = "0.1.0"

local INSTALL = "install it from your copy of the repository (`pipx install ~/prompt-lsp`), "
  .. 'or name it with `vim.lsp.config("prompt_lsp", { cmd = { "…" } })`'
local CALM = 3 * 60 -- seconds within which restarts are counted
local PATIENCE = 3000 -- milliseconds that a server has to end when it is asked to
local MERCY = 1000 -- milliseconds more when it is made to

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

--- Tells users something, once what runs has run: within an autocommand Neovim takes an
--- error that is told for one that is thrown, and leaves out what else is to be done there.
---@param message string
---@param level? integer of `vim.log.levels`, WARN if it is not said
function M.tell(message, level)
  vim.schedule(function()
    vim.notify("prompt-lsp: " .. message, level or vim.log.levels.WARN)
  end)
end

--- Takes what was told last off the screen, unless something else has its place by now.
function M.untell()
  vim.schedule(function()
    if vim.api.nvim_get_mode().mode == "n" then
      vim.api.nvim_echo({ { "" } }, false, {})
    end
  end)
end

--- The client of a buffer. One that is stopped may hang there for a while.
---@param bufnr? integer
---@return vim.lsp.Client?
function M.client(bufnr)
  return vim.iter(vim.lsp.get_clients({ name = M.NAME, bufnr = bufnr })):find(function(client)
    return not client:is_stopped()
  end)
end

--- The command line that starts the server, without what makes it a server.
---@param client? vim.lsp.Client
---@return string[]
function M.program(client)
  local config = client and client.config or vim.lsp.config[M.NAME]
  local cmd = config and config.cmd
  if type(cmd) ~= "table" then
    return { "prompt-lsp" }
  end
  return vim.tbl_filter(function(word)
    return word ~= "server" and word ~= "--stdio"
  end, cmd)
end

---@return string? problem
function M.missing()
  local config = vim.lsp.config[M.NAME]
  local cmd = config and config.cmd
  if type(cmd) == "table" and vim.fn.executable(cmd[1]) == 0 then
    return ("`%s` cannot be started: %s"):format(cmd[1], INSTALL)
  end
end

--- Why a buffer has no server, for people.
---@return string
function M.absent()
  return M.missing() or "no server runs; `:PromptLsp restart` starts it"
end

--- Whether its user wants the server. Neovim 0.11.0 does not tell.
---@return boolean
function M.is_enabled()
  if vim.lsp.is_enabled then
    return vim.lsp.is_enabled(M.NAME)
  end
  return vim.tbl_get(vim.lsp, "_enabled_configs", M.NAME) ~= nil
end

local warned = false

--- Neovim leaves out a server that it cannot start, and only its log knows.
function M.warn_if_missing()
  local problem = not warned and M.is_enabled() and M.missing()
  if problem then
    warned = true
    M.tell(problem .. "; `:checkhealth prompt_lsp` says more", vim.log.levels.ERROR)
  end
end

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
  local config = vim.lsp.config[M.NAME] or {}
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
    M.tell("give this prompt a name: another unnamed one is open")
  end
end

--- Attaches the server to what was left alone for want of a name, once it has one.
---@param bufnr integer
function M.take_named(bufnr)
  if vim.b[bufnr].prompt_lsp_nameless and M.is_enabled() then
    vim.b[bufnr].prompt_lsp_nameless = nil
    vim.schedule(function()
      vim.lsp.enable(M.NAME)
    end)
  end
end

--- The nearest folder with one of the markers. As a list Neovim would take them for
--- priorities, and a `pyproject.toml` far above for more than a `.git` that is near.
---@param bufnr integer
---@return string?
local function root_of(bufnr)
  local config = vim.lsp.config[M.NAME] or {}
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

---@type table<integer, boolean> the clients that somebody has stopped
local stopped = {}

---@type table<integer, boolean> the clients that are watched for that
local known = {}

--- Watches a client for who ends it: its exit code and signal do not tell.
---@param client vim.lsp.Client
function M.know(client)
  if known[client.id] then
    return
  end
  known[client.id] = true
  local stop = client.stop
  client.stop = function(...) ---@diagnostic disable-line: duplicate-set-field
    stopped[client.id] = true
    return stop(...)
  end
end

--- Starts the server for all its buffers as soon as some clients are gone: a client that
--- is on its way out would be taken for one that runs. One that cannot be ended is left.
---@param ids integer[]
local function start_without(ids)
  local waited = 0
  local function go_on()
    local left = vim.tbl_filter(function(client)
      return vim.list_contains(ids, client.id)
    end, vim.lsp.get_clients({ name = M.NAME, _uninitialized = true }))
    if #left == 0 or waited >= PATIENCE + MERCY then
      return vim.lsp.enable(M.NAME)
    end
    waited = waited + 20
    if waited == PATIENCE then
      for _, client in ipairs(left) do
        client:stop(true)
      end
    end
    vim.defer_fn(go_on, 20)
  end
  go_on()
end

---@type integer[] the seconds at which a server was started again
local restarted = {}

---@param id integer of the client that has ended
local function start_again(id)
  local now = os.time()
  restarted = vim.tbl_filter(function(at)
    return now - at < CALM
  end, restarted)
  if not M.is_enabled() then
    M.tell("the server has ended; `:PromptLsp restart` starts it again")
  elseif #restarted >= options.get("restarts") then
    M.tell("the server keeps ending; `:PromptLsp restart` starts it again")
  else
    restarted[#restarted + 1] = now
    M.tell("the server ended and is started again", vim.log.levels.INFO)
    start_without({ id })
  end
end

--- Starts the server again when it ended by itself, unless it does so all the time.
---@param id integer of the client
function M.on_exit(id)
  local is_wanted = stopped[id] or vim.v.exiting ~= vim.NIL
  stopped[id], known[id] = nil, nil
  if not is_wanted then
    vim.schedule(function()
      start_again(id)
    end)
  end
end

--- Ends the server and starts it for the buffers that it was attached to.
function M.restart()
  local problem = M.missing()
  if problem then
    return M.tell(problem, vim.log.levels.ERROR)
  end
  restarted = {}
  local ids = {}
  for _, client in ipairs(vim.lsp.get_clients({ name = M.NAME })) do
    ids[#ids + 1] = client.id
    client:stop()
  end
  start_without(ids)
end

return M
