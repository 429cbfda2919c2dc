local t = require("harness")

local LEGACY = "\n\nHuman: Hello, Claude\nAssistant:"

local tests = {}

--- Kills all servers. A client does not know its process, but Neovim its children.
local function kill()
  for _, id in ipairs(vim.api.nvim_get_proc_children(vim.fn.getpid())) do
    local name = vim.fn.readfile(("/proc/%d/cmdline"):format(id), "b")[1] or ""
    if name:find("prompt_lsp", 1, true) then
      vim.uv.kill(id, "sigkill")
    end
  end
end

---@param old integer
---@return vim.lsp.Client
local function another(old)
  return t.wait("another server", function()
    local client = vim.lsp.get_clients({ bufnr = 0, name = "prompt_lsp" })[1]
    return client and client.id ~= old and client.initialized and client or nil
  end)
end

function tests.a_server_that_was_killed_is_started_again()
  local bufnr = t.open("a.prompt", LEGACY)
  t.finding("TRN005")
  local old = t.attached().id
  kill()
  t.hear("the server ended and is started again")
  another(old)
  vim.diagnostic.reset(nil, bufnr)
  vim.api.nvim_buf_set_lines(bufnr, 2, 3, false, { "Human: Hello again" })
  t.finding("TRN005")
end

function tests.a_server_that_keeps_ending_is_left_alone_until_it_is_wanted()
  vim.g.prompt_lsp = { restarts = 0 }
  t.open("a.prompt", LEGACY)
  local old = t.attached().id
  kill()
  t.hear("the server keeps ending")
  t.equal({}, vim.lsp.get_clients({ name = "prompt_lsp" }))
  vim.cmd("PromptLsp improve")
  t.hear("no server runs; `:PromptLsp restart` starts it")
  vim.cmd("PromptLsp restart")
  another(old)
  t.finding("TRN005")
end

function tests.restart_takes_another_server()
  t.open("a.prompt", LEGACY)
  local old = t.attached().id
  vim.cmd("PromptLsp restart")
  another(old)
  t.finding("TRN005")
  t.equal({}, t.told)
end

return tests
