--- Runs the tests of a file in this Neovim, and ends it.
---
--- A test file returns a table of names and functions; each gets a folder of its own.

local M = {}

local PATIENCE = 30000 -- milliseconds

---@type string[] what users were told
M.told = {}

--- Waits until something holds.
---@param what string
---@param holds fun(): any
---@return any value
function M.wait(what, holds)
  local value
  local came = vim.wait(PATIENCE, function()
    value = holds()
    return value
  end, 10)
  if not came then
    error(("waited in vain for %s; told: %s"):format(what, vim.inspect(M.told)), 2)
  end
  return value
end

---@param expected any
---@param actual any
function M.equal(expected, actual)
  if not vim.deep_equal(expected, actual) then
    error(("expected %s\ngot %s"):format(vim.inspect(expected), vim.inspect(actual)), 2)
  end
end

--- Waits until users were told something with this text in it.
---@param part string
---@return string
function M.hear(part)
  return M.wait("a message with " .. part, function()
    return vim.iter(M.told):find(function(message)
      return message:find(part, 1, true) ~= nil
    end)
  end)
end

---@param name string
---@param text string
---@return string path
function M.write(name, text)
  local path = vim.fs.joinpath(M.folder, name)
  vim.fn.mkdir(vim.fs.dirname(path), "p")
  vim.fn.writefile(vim.split(text, "\n"), path, "b")
  return path
end

---@param path string
---@return string
function M.read(path)
  return table.concat(vim.fn.readfile(path, "b"), "\n")
end

---@param bufnr? integer
---@return string
function M.text(bufnr)
  return table.concat(vim.api.nvim_buf_get_lines(bufnr or 0, 0, -1, false), "\n")
end

---@param bufnr? integer
---@return vim.lsp.Client
function M.attached(bufnr)
  return M.wait("the server", function()
    local client = vim.lsp.get_clients({ bufnr = bufnr or 0, name = "prompt_lsp" })[1]
    return client and client.initialized and client or nil
  end)
end

--- Writes a file, opens it and waits for the server.
---@param name string
---@param text string
---@return integer bufnr
function M.open(name, text)
  vim.cmd.edit(vim.fn.fnameescape(M.write(name, text)))
  M.attached()
  return vim.api.nvim_get_current_buf()
end

---@param code string
---@param bufnr integer
---@return vim.Diagnostic?
local function found(code, bufnr)
  return vim.iter(vim.diagnostic.get(bufnr)):find(function(each)
    return each.code == code
  end)
end

--- Waits for a finding in a buffer.
---@param code string
---@param bufnr? integer
---@return vim.Diagnostic
function M.finding(code, bufnr)
  return M.wait("the finding " .. code, function()
    return found(code, bufnr or 0)
  end)
end

--- Waits until a buffer has a finding no more.
---@param code string
---@param bufnr? integer
function M.gone(code, bufnr)
  M.wait("the end of " .. code, function()
    return not found(code, bufnr or 0)
  end)
end

---@param keys string as in a mapping
function M.press(keys)
  vim.api.nvim_feedkeys(vim.keycode(keys), "mx", false)
end

--- Answers the next question for words; nil cancels it.
---@param answer? string
---@return { prompt?: string, default?: string } asked is filled when it is asked
function M.say(answer)
  local asked = {}
  vim.ui.input = function(options, done)
    asked.prompt, asked.default = options.prompt, options.default
    done(answer)
  end
  return asked
end

--- Answers the next question for a choice.
---@param wanted fun(shown: string): any
---@return { shown?: string[] } asked is filled when it is asked
function M.choose(wanted)
  local asked = {}
  vim.ui.select = function(items, options, done)
    local format = options.format_item or tostring
    asked.shown = vim.tbl_map(format, items)
    done(vim.iter(items):find(function(item)
      return wanted(format(item))
    end))
  end
  return asked
end

--- The buffer of a name, once it is shown in a window.
---@param part string of its name
---@return integer bufnr
function M.shown(part)
  return M.wait("a window with " .. part, function()
    for _, window in ipairs(vim.api.nvim_tabpage_list_wins(0)) do
      local bufnr = vim.api.nvim_win_get_buf(window)
      if vim.api.nvim_buf_get_name(bufnr):find(part, 1, true) then
        return bufnr
      end
    end
  end)
end

--- The parameters of the requests of a method that the server of this buffer is asked
--- from now on, which it answers with nothing.
---@param method string
---@return table[] is filled when they are asked
function M.requests(method)
  local asked, client = {}, M.attached()
  local request = client.request
  client.request = function(self, name, params, ...)
    if name ~= method then
      return request(self, name, params, ...)
    end
    asked[#asked + 1] = params
    return true, #asked
  end
  return asked
end

local function begin()
  M.told = {}
  M.folder = vim.fn.tempname()
  vim.fn.mkdir(M.folder .. "/.git", "p")
  vim.g.prompt_lsp = nil
end

local function finish()
  vim.cmd("silent! tabonly!")
  vim.cmd("silent! only!")
  vim.cmd("silent! %bwipeout!")
end

--- Runs all tests of a file, and ends Neovim with 1 if one of them fails.
---@param path string
function M.run(path)
  -- luacheck: push ignore 122 (they stand in for what a user would see)
  vim.notify = function(message)
    M.told[#M.told + 1] = message
  end
  vim.fn.confirm = function()
    return 1
  end
  -- luacheck: pop
  local loaded, tests = xpcall(dofile, debug.traceback, path)
  local failed = not loaded
  if failed then
    io.stdout:write(tests .. "\n")
    tests = {}
  end
  for name, test in vim.spairs(tests) do
    begin()
    local passed, problem = xpcall(test, debug.traceback)
    io.stdout:write(("%s %s\n"):format(passed and "ok" or "NOT OK", name))
    if not passed then
      failed = true
      io.stdout:write(problem .. "\n" .. vim.fn.execute("messages") .. "\n")
    end
    finish()
  end
  io.stdout:flush()
  vim.cmd(failed and "cquit 1" or "qall!")
end

return M
