--- The server: how it is found, and what happens when it ends.

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

--- Takes a client away from its buffers, and its findings with it.
---@param client vim.lsp.Client
local function leave(client)
  for bufnr in pairs(vim.deepcopy(client.attached_buffers)) do
    vim.lsp.buf_detach_client(bufnr, client.id)
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
      vim.iter(left):each(leave)
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
