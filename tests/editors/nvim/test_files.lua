local t = require("harness")

local PLAIN = "You are a support agent. Answer.\n\n{{ARTICLE}}\n\nQuestion: {{QUESTION}}\n"
local LEGACY = "\n\nHuman: Hello, Claude\n\nAssistant:"
local TASK = "Translate hello to German"

---@param name string of the file
---@return integer bufnr of the proposal
local function proposal(name)
  return t.shown("prompt-lsp://proposal/" .. name)
end

--- Changes something between an answer and what is made of it.
---@param change fun()
local function between(change)
  local client = t.attached()
  local request = client.request
  client.request = function(self, method, params, done, ...)
    if method ~= "workspace/executeCommand" then
      return request(self, method, params, done, ...)
    end
    client.request = request
    return request(self, method, params, function(...)
      change()
      return done(...)
    end, ...)
  end
end

local tests = {}

function tests.what_is_unsaved_is_not_written_over()
  t.open("a.prompt", LEGACY)
  vim.cmd("split | enew")
  local own = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_name(own, t.folder .. "/a.messages.json")
  vim.api.nvim_buf_set_lines(own, 0, -1, false, { "Mine" })
  vim.cmd.wincmd("p")
  vim.cmd("PromptLsp! convert")
  t.hear("`a.messages.json` is open and has a text of its own")
  t.equal("Mine", t.text(own))
end

function tests.a_skeleton_is_no_part_of_a_new_file()
  vim.api.nvim_create_autocmd("BufNewFile", {
    pattern = "*.json",
    once = true,
    callback = function()
      vim.api.nvim_buf_set_lines(0, 0, -1, false, { "{", '  "author": "me"', "}" })
    end,
  })
  t.open("a.prompt", LEGACY)
  vim.cmd("PromptLsp! convert")
  local body = vim.json.decode(t.text(t.shown("/a.messages.json")))
  t.equal({ nil, "Hello, Claude" }, { body.author, body.messages[1].content })
end

function tests.a_prompt_that_cannot_be_changed_keeps_its_proposal()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  local view = proposal("a.prompt")
  local wanted = t.text(view)
  vim.bo[bufnr].modifiable = false
  t.press("ZZ")
  t.hear("`a.prompt` cannot be changed, it is 'nomodifiable'")
  t.equal(true, vim.api.nvim_buf_is_valid(view))
  vim.bo[bufnr].modifiable = true
  t.press("ZZ")
  t.equal(wanted, t.text(bufnr))
end

function tests.a_new_file_needs_no_room()
  local bufnr = t.open("t.prompt", TASK)
  while pcall(vim.cmd, "split") do
    vim.cmd("1wincmd w | 1wincmd _")
  end
  vim.cmd("PromptLsp! templatize")
  t.hear("changed `t.prompt` and `t.vars.json`, not written yet")
  assert(t.text(bufnr):find("{{", 1, true))
  t.equal(1, vim.fn.buflisted(t.folder .. "/t.vars.json"))
end

function tests.a_file_gets_just_the_text_of_the_server()
  vim.cmd.cd(t.folder)
  local bufnr = t.open("new.prompt", "")
  local text
  local client = t.attached()
  local request = client.request
  client.request = function(self, method, params, done, ...)
    return request(self, method, params, function(err, result, ...)
      text = method == "workspace/executeCommand" and result.response.messages[1].content or text
      return done(err, result, ...)
    end, ...)
  end
  vim.cmd("PromptLsp generate a chef for a meal prep planning service")
  t.wait("the prompt", function()
    return t.text(bufnr):find("chef", 1, true)
  end)
  client.request = request
  vim.cmd("silent write")
  text = type(text) == "table" and text[1].text or text
  t.equal(text, t.read(t.folder .. "/new.prompt"))
end

function tests.a_line_end_that_goes_is_gone_from_the_file()
  local bufnr = t.open("a.prompt.md", "Hi\n")
  local uri = vim.uri_from_bufnr(bufnr)
  local function edit(from, to, text)
    local range = { start = from, ["end"] = to }
    local each = { range = range, newText = text }
    return { documentChanges = { { textDocument = { uri = uri }, edits = { each } } } }
  end
  local start, behind = { line = 0, character = 0 }, { line = 1, character = 0 }
  local proposals, histories = require("prompt_lsp.proposal"), require("prompt_lsp.history")
  local change = require("prompt_lsp.change")
  for _, text in ipairs({ "Ho", "Hi there\n" }) do
    local last = vim.bo.eol and behind or { line = 0, character = 2 }
    local drafts = proposals.drafts(edit(start, last, text), "utf-16", histories.follow(bufnr))
    change.apply(drafts)
    vim.cmd("silent write")
    t.equal(text, t.read(t.folder .. "/a.prompt.md"))
  end
end

function tests.a_sidecar_is_not_taken_for_its_prompt()
  local path = t.write("a.vars.json", '{\n  "KEPT": "1"\n}\n')
  t.open("a.prompt", TASK)
  vim.cmd.split(vim.fn.fnameescape(path))
  local sidecar = vim.api.nvim_get_current_buf()
  t.attached(sidecar)
  vim.cmd.wincmd("p")
  between(function()
    vim.api.nvim_buf_set_lines(sidecar, 1, 1, false, { '  "TYPED": "x",' })
  end)
  vim.cmd("PromptLsp templatize")
  t.hear("`a.vars.json` has changed meanwhile; ask again")
  t.equal(1, #vim.api.nvim_list_tabpages())
end

function tests.a_sidecar_that_nobody_opened_is_not_kept()
  local path = t.write("a.vars.json", '{\n  "KEPT": "1"\n}\n')
  t.open("a.prompt", TASK)
  vim.cmd("PromptLsp templatize")
  proposal("a.prompt")
  t.press("ZQ")
  t.equal(0, vim.fn.bufloaded(path))
  local outside = '{\n  "KEPT": "1",\n  "OUTSIDE": "2"\n}\n'
  t.write("a.vars.json", outside)
  vim.cmd("PromptLsp! templatize")
  t.hear("changed `a.prompt`")
  vim.cmd("silent wall!")
  t.equal("2", vim.json.decode(t.read(path)).OUTSIDE)
end

function tests.a_file_that_was_changed_outside_is_read_again()
  local path = t.write("a.vars.json", '{\n  "KEPT": "1"\n}\n')
  t.open("a.prompt", TASK)
  vim.cmd.split(vim.fn.fnameescape(path))
  vim.cmd("hide")
  t.write("a.vars.json", '{\n  "KEPT": "1",\n  "OUTSIDE": "2"\n}\n')
  vim.uv.fs_utime(path, os.time() + 60, os.time() + 60) -- It may be written within a tick.
  vim.cmd("PromptLsp! templatize")
  t.hear("change") -- It was made, or the sidecar is newer than what the server knew.
  assert(t.text(vim.fn.bufnr(path)):find("OUTSIDE", 1, true), t.text(vim.fn.bufnr(path)))
end

return tests
