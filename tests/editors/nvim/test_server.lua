local t = require("harness")

local LEGACY = "\n\nHuman: Hello, Claude\nAssistant:"

local tests = {}

--- Kills all servers. A client does not know its process, but Neovim its children.
---@param signal? string
---@return integer[] ids of the processes
local function kill(signal)
  local ids = {}
  for _, id in ipairs(vim.api.nvim_get_proc_children(vim.fn.getpid())) do
    local name = vim.fn.readfile(("/proc/%d/cmdline"):format(id), "b")[1] or ""
    if name:find("prompt_lsp", 1, true) then
      vim.uv.kill(id, signal or "sigkill")
      ids[#ids + 1] = id
    end
  end
  return ids
end

---@param old integer
---@return vim.lsp.Client
local function another(old)
  return t.wait("another server", function()
    return vim.iter(vim.lsp.get_clients({ bufnr = 0, name = "prompt_lsp" })):find(function(client)
      return client.id ~= old and client.initialized
    end)
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

function tests.a_server_that_was_ended_kindly_is_started_again()
  t.open("a.prompt", LEGACY)
  local old = t.attached().id
  kill("sigterm")
  t.hear("the server ended and is started again")
  another(old)
end

function tests.a_server_that_its_user_stopped_stays_so()
  t.open("a.prompt", LEGACY)
  local client = t.attached()
  client:stop(true)
  t.wait("the end of the server", function()
    return not vim.lsp.get_client_by_id(client.id)
  end)
  vim.wait(0)
  t.equal({}, t.told)
  vim.cmd("PromptLsp restart")
  another(client.id)
end

function tests.a_server_that_hangs_and_is_disabled_stays_so()
  t.open("a.prompt", LEGACY)
  local client = t.attached()
  kill("sigstop")
  vim.lsp.enable("prompt_lsp", false)
  kill()
  t.wait("the end of the server", function()
    return not vim.lsp.get_client_by_id(client.id)
  end)
  vim.wait(0)
  for _, message in ipairs(t.told) do
    assert(not vim.startswith(message, "prompt-lsp:"), message)
  end
  t.equal(false, vim.lsp.is_enabled("prompt_lsp"))
  vim.lsp.enable("prompt_lsp")
  another(client.id)
end

function tests.a_server_that_cannot_be_ended_is_left_behind()
  t.open("a.prompt", LEGACY)
  t.finding("TRN005")
  local old = t.attached().id
  local hanging = kill("sigstop")
  vim.cmd("PromptLsp restart")
  another(old)
  t.finding("TRN005")
  local codes = vim.tbl_map(function(finding)
    return finding.code
  end, vim.diagnostic.get(0))
  t.equal(
    1,
    vim.iter(codes):fold(0, function(count, code)
      return count + (code == "TRN005" and 1 or 0)
    end)
  )
  vim.cmd("PromptLsp fix")
  t.shown("prompt-lsp://proposal/a.prompt")
  for _, id in ipairs(hanging) do
    vim.uv.kill(id, "sigkill")
  end
  t.wait("the end of the old server", function()
    return not vim.lsp.get_client_by_id(old)
  end)
end

function tests.the_nearest_root_counts()
  t.write("pyproject.toml", "[project]\n")
  vim.fn.mkdir(t.folder .. "/near/.git", "p")
  t.open("near/a.prompt", LEGACY)
  t.equal(vim.fs.normalize(t.folder .. "/near"), vim.fs.normalize(t.attached().root_dir))
end

function tests.a_server_that_keeps_ending_is_left_alone_until_it_is_wanted()
  vim.g.prompt_lsp = { restarts = 0 }
  t.open("a.prompt", LEGACY)
  local old = t.attached().id
  kill()
  t.hear("the server keeps ending")
  t.wait("the end of all servers", function()
    return #vim.lsp.get_clients({ name = "prompt_lsp" }) == 0
  end)
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
