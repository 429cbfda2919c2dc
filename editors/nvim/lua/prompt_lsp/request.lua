--- What is asked of the server, and how it is taken back.

local server = require("prompt_lsp.server")

local M = {}

-- Codes of the protocol.
local MODIFIED, UNKNOWN_METHOD = -32801, -32601
local SOON = 400 -- milliseconds within which nobody wonders what happens

---@class prompt_lsp.Running
---@field client vim.lsp.Client
---@field id integer

---@type prompt_lsp.Running[]
local running = {}

---@param message string
local function complain(message)
  server.tell(message, vim.log.levels.ERROR)
end

---@param err lsp.ResponseError
---@return string? message nil where the server has told it already
local function message_of(err)
  if err.code == UNKNOWN_METHOD then
    return "this server is too old for that, update `prompt-lsp`"
  end
  return err.code ~= MODIFIED and err.message or nil
end

--- Sends a request and hands its result on, or says why there is none.
---@param client vim.lsp.Client
---@param bufnr integer
---@param method string
---@param params table
---@param done fun(result: any)
---@param failed? fun(message: string) tells it, if not given
---@return prompt_lsp.Running?
function M.send(client, bufnr, method, params, done, failed)
  failed = failed or complain
  ---@type prompt_lsp.Running
  local this = { client = client, id = -1 }
  local sent, id = client:request(method, params, function(err, result)
    for at, each in ipairs(running) do
      if each == this then
        table.remove(running, at)
      end
    end
    this.id = -1
    local message = err and message_of(err)
    if message then
      failed(message)
    elseif not err then
      done(result)
    end
  end, bufnr)
  if not sent or not id then
    failed("the server has ended; `:PromptLsp restart` starts it again")
    return nil
  end
  this.id = id
  return this
end

---@class prompt_lsp.Answer What a command of the server answers.
---@field applied boolean
---@field edit? lsp.WorkspaceEdit
---@field changes { kind: string, reason: string }[]
---@field response any

--- Runs a command of the server, which `:PromptLsp cancel` can stop.
---@param client vim.lsp.Client
---@param bufnr integer
---@param command string
---@param argument table
---@param done fun(answer: prompt_lsp.Answer)
function M.execute(client, bufnr, command, argument, done)
  local params = { command = command, arguments = { argument } }
  local told = false
  local this = M.send(client, bufnr, "workspace/executeCommand", params, function(answer)
    if told then
      server.untell()
    end
    done(answer)
  end)
  if not this then
    return
  end
  running[#running + 1] = this
  vim.defer_fn(function()
    if vim.list_contains(running, this) then
      told = true
      server.tell("at work; `:PromptLsp cancel` stops it", vim.log.levels.INFO)
    end
  end, SOON)
end

--- Stops all that runs. Neovim keeps the answer to a cancelled request to itself.
function M.cancel()
  -- A server that has died takes its work with it.
  local stopped = vim.tbl_filter(function(each)
    return not each.client:is_stopped()
  end, running)
  running = {}
  for _, each in ipairs(stopped) do
    each.client:cancel_request(each.id)
  end
  local message = #stopped > 0 and "cancelled, nothing was changed" or "nothing is at work"
  server.tell(message, vim.log.levels.INFO)
end

return M
