--- `:checkhealth prompt_lsp`

local options = require("prompt_lsp.options")
local server = require("prompt_lsp.server")

local M = {}

local health = vim.health

local function check_neovim()
  local version = tostring(vim.version())
  if vim.fn.has("nvim-0.11") == 1 then
    health.ok("Neovim " .. version)
  else
    health.error(("Neovim %s is too old, prompt-lsp needs 0.11 or later"):format(version))
  end
end

---@param program string[]
---@param ... string
---@return vim.SystemCompleted?
local function run(program, ...)
  local command = vim.list_extend(vim.deepcopy(program), { ... })
  local started, running = pcall(vim.system, command, { text = true })
  return started and running:wait(10000) or nil
end

---@param version string
---@param from string
local function judge(version, from)
  local parsed = vim.version.parse(version, { strict = false })
  local found = ("prompt-lsp %s (%s)"):format(version, from)
  if parsed and vim.version.lt(parsed, server.OLDEST) then
    health.error(found .. " is too old", "Update it to " .. server.OLDEST .. " or later")
  else
    health.ok(found)
  end
end

local function check_server()
  local missing = server.missing()
  if missing then
    return health.error(missing)
  end
  local program = server.program(server.client())
  local result = run(program, "--version")
  local version = result and result.code == 0 and result.stdout:match("prompt%-lsp (%S+)")
  if version then
    judge(version, vim.fn.exepath(program[1]))
  else
    local why = result and vim.trim(result.stderr) or ""
    health.error(("`%s --version` does not answer: %s"):format(program[1], why))
  end
end

---@param client vim.lsp.Client
local function tell_client(client)
  local buffers = vim.tbl_count(client.attached_buffers)
  local info = client.server_info or {}
  health.ok(
    ("Client %d: prompt-lsp %s, %d buffer%s, root `%s`"):format(
      client.id,
      info.version or "?",
      buffers,
      buffers == 1 and "" or "s",
      client.root_dir or "none"
    )
  )
end

local function check_clients()
  local clients = vim.lsp.get_clients({ name = server.NAME })
  if not server.is_enabled() and #clients == 0 then
    health.warn("The server is not enabled", 'Put `vim.lsp.enable("prompt_lsp")` into `init.lua`')
  elseif #clients == 0 then
    health.info("No prompt is open, so no server runs")
  end
  vim.iter(clients):each(tell_client)
end

--- What the server itself would take, for the first prompt that is open.
local function check_engine()
  local client = vim.iter(vim.lsp.get_clients({ name = server.NAME })):find(function(each)
    return next(each.attached_buffers) ~= nil
  end)
  if not client then
    return health.info("Which engine works is known when a prompt is open")
  end
  local bufnr = assert(next(client.attached_buffers))
  local offers
  require("prompt_lsp.tools").offers(client, bufnr, function(found)
    offers = found
  end)
  vim.wait(2000, function()
    return offers ~= nil
  end, 10)
  local engines = offers and offers.engines or {}
  local chosen = options.get("engine") or (engines[1] and engines[1].name) or "offline"
  for _, engine in ipairs(engines) do
    if engine.name == chosen then
      return health.ok("Engine: " .. engine.label)
    end
  end
  if #engines > 0 then
    local advice = "See `engine` in the manual of the server's configuration"
    return health.warn(("The engine `%s` is not set up"):format(chosen), advice)
  end
  health.info(("Engine: %s"):format(chosen))
end

local function check_options()
  local problems = options.problems()
  vim.iter(problems):each(health.error)
  if #problems == 0 then
    health.ok("`vim.g.prompt_lsp` is valid")
  end
end

function M.check()
  health.start("prompt-lsp")
  check_neovim()
  check_server()
  check_clients()
  check_engine()
  check_options()
end

return M
