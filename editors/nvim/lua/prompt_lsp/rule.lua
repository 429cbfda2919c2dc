--- The manuals of rules, in a window.

local scratch = require("prompt_lsp.scratch")
local server = require("prompt_lsp.server")

local M = {}

---@param client vim.lsp.Client?
---@param arguments string[]
---@param done fun(output: string)
local function ask(client, arguments, done)
  local command = vim.list_extend(vim.deepcopy(server.program(client)), { "rule" })
  local started, problem = pcall(vim.system, vim.list_extend(command, arguments), {
    text = true,
  }, function(result)
    vim.schedule(function()
      if result.code == 0 then
        done(result.stdout)
      else
        server.tell(vim.trim(result.stderr), vim.log.levels.ERROR)
      end
    end)
  end)
  if not started then
    server.tell(tostring(problem), vim.log.levels.ERROR)
  end
end

---@type table<string, string[]> by the program
local listed = {}

--- The lines of the list of rules, each beginning with a code.
---@param client vim.lsp.Client?
---@param done fun(rules: string[])
function M.list(client, done)
  local key = table.concat(server.program(client), "\n")
  if listed[key] then
    return done(listed[key])
  end
  ask(client, {}, function(output)
    listed[key] = vim.tbl_filter(function(line)
      return line:find("^%u+%d+") ~= nil
    end, vim.split(output, "\n"))
    done(listed[key])
  end)
end

--- Shows the manual of a rule.
---@param client vim.lsp.Client?
---@param source integer the buffer that it is shown for
---@param code string or name
---@param mods string such as `vertical`
function M.show(client, source, code, mods)
  ask(client, { code }, function(output)
    local lines = vim.split(vim.trim(output), "\n")
    scratch.delete("rule/" .. code)
    local bufnr = scratch.create("rule/" .. code, lines, source)
    vim.bo[bufnr].filetype = "markdown"
    scratch.show(bufnr, mods .. " split")
  end)
end

--- The codes of the findings in the cursor's line, in order.
---@return string[]
local function codes_here()
  local codes = {}
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  for _, finding in ipairs(vim.diagnostic.get(0, { lnum = line })) do
    local code = finding.source == "prompt-lsp" and tostring(finding.code)
    if code and not vim.list_contains(codes, code) then
      codes[#codes + 1] = code
    end
  end
  return codes
end

--- Shows the manual of the rule that speaks in the cursor's line; where that is not one
--- rule, the user chooses.
---@param client vim.lsp.Client?
---@param source integer the buffer that it is shown for
---@param mods string
function M.show_here(client, source, mods)
  local codes = codes_here()
  if #codes == 1 then
    return M.show(client, source, codes[1], mods)
  end
  M.list(client, function(rules)
    local choices = vim.tbl_filter(function(rule)
      return #codes == 0 or vim.list_contains(codes, rule:match("^%S+"))
    end, rules)
    vim.ui.select(choices, { prompt = "Which rule?" }, function(choice)
      if choice then
        M.show(client, source, choice:match("^%S+"), mods)
      end
    end)
  end)
end

return M
