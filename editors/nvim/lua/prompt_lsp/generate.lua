--- A prompt that is written for a task.

local calm = require("prompt_lsp.calm")
local options = require("prompt_lsp.options")
local request = require("prompt_lsp.request")
local server = require("prompt_lsp.server")

local M = {}

---@param answer prompt_lsp.Answer
---@return string
local function text_of(answer)
  local content = answer.response.messages[1].content
  return type(content) == "string" and content
    or table.concat(vim.tbl_map(function(block)
      return block.text or ""
    end, content))
end

--- Makes a buffer have just this text.
---@param bufnr integer
---@param text string
local function fill(bufnr, text)
  local lines = vim.split(text, "\n", { plain = true })
  local ends = #lines > 1 and lines[#lines] == ""
  if ends then
    lines[#lines] = nil
  end
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, lines)
  vim.bo[bufnr].fixeol = vim.bo[bufnr].fixeol and ends
  vim.bo[bufnr].eol = ends
end

--- A path in the working directory that neither a file nor a buffer has.
---@return string
local function free_path()
  local path, number = vim.fs.joinpath(vim.uv.cwd(), "generated.prompt"), 1
  while vim.uv.fs_stat(path) or vim.fn.bufexists(path) == 1 do
    number = number + 1
    path = vim.fs.joinpath(vim.uv.cwd(), ("generated-%d.prompt"):format(number))
  end
  return path
end

--- Whether there is a place in a buffer for a prompt.
---@param bufnr integer
---@return boolean
local function is_empty(bufnr)
  return vim.api.nvim_buf_is_loaded(bufnr)
    and vim.bo[bufnr].modifiable
    and vim.deep_equal(vim.api.nvim_buf_get_lines(bufnr, 0, 2, false), { "" })
end

--- Shows a text in a new buffer with a name, so that it has an address of its own.
---@param text string
---@param mods string
local function show(text, mods)
  local path = free_path()
  if pcall(vim.cmd, ("%s new %s"):format(mods, vim.fn.fnameescape(path))) then
    vim.bo.filetype = "llm-prompt"
    return fill(0, text)
  end
  local bufnr = vim.fn.bufadd(path)
  vim.fn.bufload(bufnr)
  vim.bo[bufnr].buflisted = true
  fill(bufnr, text)
  local name = vim.fs.basename(path)
  server.tell(("there is no room for a window, the prompt is in the buffer `%s`"):format(name))
end

--- Writes a prompt into an empty buffer, or else into a new one beside it.
---@param call prompt_lsp.Call
---@param task string
function M.run(call, task)
  local wish = { task = task, engine = options.get("engine") }
  request.execute(call.client, call.bufnr, "promptLsp.generate", wish, function(answer)
    calm.when("the prompt is shown", function()
      if is_empty(call.bufnr) then
        fill(call.bufnr, text_of(answer))
      else
        show(text_of(answer), call.mods)
      end
    end)
  end)
end

return M
