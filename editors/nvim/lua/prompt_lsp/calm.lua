--- The moment to show an answer: who types, or is amid a command, is not interrupted.

local server = require("prompt_lsp.server")

local M = {}

---@type fun()[]
local waiting = {}

---@return boolean
local function is_calm()
  local mode = vim.api.nvim_get_mode()
  return mode.mode == "n" and not mode.blocking and vim.fn.getcmdwintype() == ""
end

local function watch()
  local group = vim.api.nvim_create_augroup("prompt_lsp.calm", {})
  vim.api.nvim_create_autocmd({ "ModeChanged", "CmdwinLeave", "SafeState" }, {
    group = group,
    callback = vim.schedule_wrap(function()
      while waiting[1] and is_calm() do
        server.untell()
        table.remove(waiting, 1)()
      end
      if not waiting[1] then
        vim.api.nvim_clear_autocmds({ group = group })
      end
    end),
  })
end

--- Does something in Normal mode, now or as soon as its user is there.
---@param what string is told, if it has to wait
---@param does fun()
function M.when(what, does)
  if is_calm() then
    return does()
  end
  waiting[#waiting + 1] = does
  server.tell(what .. " when you are back in Normal mode", vim.log.levels.INFO)
  watch()
end

return M
