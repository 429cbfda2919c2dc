--- Commands of the server, run so that their edit is seen before it is made.

local calm = require("prompt_lsp.calm")
local histories = require("prompt_lsp.history")
local options = require("prompt_lsp.options")
local proposal = require("prompt_lsp.proposal")
local request = require("prompt_lsp.request")
local review = require("prompt_lsp.review")
local server = require("prompt_lsp.server")

local M = {}

---@class prompt_lsp.Job A command of the server, and what it is about.
---@field client vim.lsp.Client
---@field bufnr integer
---@field command string
---@field title string
---@field argument table
---@field at_once? boolean without a review
---@field engine? boolean whether an engine does it

--- Says why an answer changes nothing, where the server has not told it already.
---@param job prompt_lsp.Job
---@param answer prompt_lsp.Answer
local function tell_nothing(job, answer)
  if vim.api.nvim_buf_get_name(job.bufnr) == "" and #(answer.changes or {}) > 0 then
    server.tell("save the prompt first: its values need a file beside it")
  elseif not job.engine then
    server.tell("nothing to change here", vim.log.levels.INFO)
  end
end

---@param job prompt_lsp.Job
---@param answer prompt_lsp.Answer
---@param history prompt_lsp.History
local function show(job, answer, history)
  if not vim.api.nvim_buf_is_loaded(job.bufnr) then
    return server.tell("the prompt was closed meanwhile; nothing was changed")
  elseif not answer.edit then
    return tell_nothing(job, answer)
  end
  local drafts, newer = proposal.drafts(answer.edit, job.client.offset_encoding, history)
  if not drafts then
    server.tell(("`%s` has changed meanwhile; ask again"):format(newer))
  elseif job.at_once or not options.get("review") then
    review.apply(drafts)
  else
    review.open(job.title, job.bufnr, drafts, answer.changes)
  end
end

--- Runs a command, and shows its edit for review or makes it.
---@param job prompt_lsp.Job
function M.run(job)
  local argument = vim.tbl_extend("force", job.argument, { apply = false })
  argument.uri = argument.uri or vim.uri_from_bufnr(job.bufnr)
  if job.engine then
    argument.engine = argument.engine or options.get("engine")
  end
  local history = histories.follow(job.bufnr)
  request.execute(job.client, job.bufnr, job.command, argument, function(answer)
    calm.when("an answer is shown", function()
      show(job, answer, history)
    end)
  end)
end

---@class prompt_lsp.Offers What the server offers for a prompt.
---@field engines { name: string, label: string }[] the default first
---@field presets string[] feedback from the settings

--- The engines that are set up and the preset feedback texts, as code actions have them.
---@param client vim.lsp.Client
---@param bufnr integer
---@param done fun(offers: prompt_lsp.Offers)
function M.offers(client, bufnr, done)
  local start = { line = 0, character = 0 }
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(bufnr) },
    range = { start = start, ["end"] = start },
    context = { diagnostics = {}, only = { "refactor.rewrite.improve" }, triggerKind = 1 },
  }
  request.send(client, bufnr, "textDocument/codeAction", params, function(actions)
    local offers = { engines = {}, presets = {} }
    for _, action in ipairs(actions or {}) do
      local wish = vim.tbl_get(action, "command", "arguments", 1) or {}
      if wish.feedback then
        offers.presets[#offers.presets + 1] = wish.feedback
      elseif wish.engine and action.command.command == "promptLsp.improve" then
        local label = action.title:gsub("^Improve prompt ", ""):gsub("^%((.*)%)$", "%1")
        offers.engines[#offers.engines + 1] = { name = wish.engine, label = label }
      end
    end
    done(offers)
  end)
end

---@type string? what was asked for last
local latest

---@param done fun(feedback: string)
local function ask_in_words(done)
  vim.ui.input({ prompt = "What shall be better? ", default = latest }, function(feedback)
    if feedback and vim.trim(feedback) ~= "" then
      latest = feedback
      done(feedback)
    end
  end)
end

--- Asks what shall be better: one of the presets, or in the user's own words.
---@param client vim.lsp.Client
---@param bufnr integer
---@param done fun(feedback: string) not called when nothing is said
function M.ask_feedback(client, bufnr, done)
  M.offers(client, bufnr, function(offers)
    if #offers.presets == 0 then
      return ask_in_words(done)
    end
    local own = "In your own words…"
    local choices = vim.list_extend(offers.presets, { own })
    vim.ui.select(choices, { prompt = "What shall be better?" }, function(choice)
      if choice == own then
        ask_in_words(done)
      elseif choice then
        done(choice)
      end
    end)
  end)
end

--- The code action "Improve prompt with feedback…".
---@param argument table of the command
---@param context lsp.HandlerContext
function M.improve_with_feedback(argument, context)
  local client = assert(vim.lsp.get_client_by_id(context.client_id))
  local bufnr = context.bufnr or vim.uri_to_bufnr(argument.uri)
  M.ask_feedback(client, bufnr, function(feedback)
    local wish = vim.tbl_extend("force", argument, { feedback = feedback })
    M.run({
      client = client,
      bufnr = bufnr,
      command = "promptLsp.improve",
      title = "Improved: " .. feedback,
      argument = wish,
      engine = true,
    })
  end)
end

return M
