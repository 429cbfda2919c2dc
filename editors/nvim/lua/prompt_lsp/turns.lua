--- Where the turns of a prompt begin, as far as folds and motions need it.

local M = {}

local ROLES = { system = true, user = true, assistant = true, developer = true, tool = true }

---@param number integer from 1
---@return boolean
local function begins(number)
  local line = vim.fn.getline(number) ---@type string
  if line:find("^Human:") or line:find("^Assistant:") then
    return number == 1 or vim.fn.getline(number - 1):find("%S") == nil
  end
  local role = line:match("^(%a+):%s*$")
  return role ~= nil and ROLES[role:lower()] == true or line:find("^{{%s*role%s") ~= nil
end

---@param number integer
---@return boolean
local function is_fence(number)
  return vim.fn.getline(number):find("^%-%-%-%s*$") ~= nil
end

--- Whether a line ends the front matter.
---@param number integer
---@return boolean
local function ends_front_matter(number)
  if number == 1 or not is_fence(number) or not is_fence(1) then
    return false
  end
  for between = 2, number - 1 do
    if is_fence(between) then
      return false
    end
  end
  return true
end

--- The fold of a line: front matter is one, and each turn.
---@param number integer from 1
---@return string
function M.fold(number)
  if begins(number) or number == 1 and is_fence(1) then
    return ">1"
  end
  return ends_front_matter(number) and "<1" or "="
end

--- Goes to the start of a turn, some turns ahead or back.
---@param count integer
function M.jump(count)
  local way = count > 0 and 1 or -1
  local number, left = vim.fn.line("."), math.abs(count)
  local target
  number = number + way
  while left > 0 and number >= 1 and number <= vim.fn.line("$") do
    if begins(number) then
      target, left = number, left - 1
    end
    number = number + way
  end
  if target then
    vim.cmd("normal! m'")
    vim.api.nvim_win_set_cursor(0, { target, 0 })
  end
end

return M
