local t = require("harness")

local PLAIN = "You are a support agent. Answer.\n\n{{ARTICLE}}\n\nQuestion: {{QUESTION}}\n"
local LEGACY = "\n\nHuman: Hello, Claude\nAssistant:"

---@param name string of the file
---@return integer bufnr of the proposal
local function proposal(name)
  return t.shown("prompt-lsp://proposal/" .. name)
end

local tests = {}

function tests.improve_is_accepted_from_a_diff_and_undone_by_one_u()
  local bufnr = t.open("a.prompt", PLAIN)
  local before = t.text(bufnr)
  vim.cmd("PromptLsp improve Answer as bullet points")
  local view = proposal("a.prompt")
  t.equal(2, #vim.api.nvim_list_tabpages())
  t.equal(view, vim.api.nvim_get_current_buf())
  t.equal(before, t.text(bufnr))
  t.equal("llm-prompt", vim.bo[view].filetype)
  for _, window in ipairs({ vim.fn.bufwinid(view), vim.fn.bufwinid(bufnr) }) do
    t.equal(true, vim.wo[window].diff)
  end
  local bar = vim.api.nvim_eval_statusline(vim.wo.winbar, {}).str
  t.equal(" ZZ accept  ZQ discard  Improved", bar:sub(1, 32))
  local reasons = t.text(t.shown("proposal/changes"))
  assert(reasons:find("- ", 1, true), reasons)

  local wanted = t.text(view)
  assert(wanted:find("bulleted list", 1, true), wanted)
  t.press("ZZ")
  t.equal(1, #vim.api.nvim_list_tabpages())
  t.equal(bufnr, vim.api.nvim_get_current_buf())
  t.equal(wanted, t.text(bufnr))
  t.equal(false, vim.wo.diff)
  t.press("u")
  t.equal(before, t.text(bufnr))
end

function tests.a_buffer_without_a_name_is_improved()
  vim.cmd.enew()
  local bufnr = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(bufnr, 0, -1, false, vim.split(PLAIN, "\n"))
  vim.bo.filetype = "llm-prompt"
  t.attached()
  vim.cmd("PromptLsp improve")
  local wanted = t.text(proposal("unnamed"))
  t.press("ZZ")
  t.equal(wanted, t.text(bufnr))
  vim.bo.modified = false
end

function tests.improve_is_discarded()
  local bufnr = t.open("a.prompt", PLAIN)
  local before = t.text(bufnr)
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  t.press("ZQ")
  t.equal(1, #vim.api.nvim_list_tabpages())
  t.equal(before, t.text(bufnr))
  t.equal(false, vim.bo[bufnr].modified)
end

function tests.closing_the_proposal_discards_it()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  vim.cmd.quit()
  t.wait("the tab page to go", function()
    return #vim.api.nvim_list_tabpages() == 1
  end)
  t.equal(PLAIN, t.text(bufnr) .. "\n")
end

function tests.a_proposal_may_be_edited_before_it_is_accepted()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  vim.api.nvim_buf_set_lines(proposal("a.prompt"), 0, 1, false, { "Mine" })
  t.press("ZZ")
  t.equal("Mine", vim.api.nvim_buf_get_lines(bufnr, 0, 1, false)[1])
end

function tests.what_was_typed_since_is_not_lost()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  vim.api.nvim_buf_set_lines(bufnr, 0, 0, false, { "Typed since" })
  t.press("ZZ")
  t.hear("`a.prompt` has changed since")
  t.equal("Typed since", vim.api.nvim_buf_get_lines(bufnr, 0, 1, false)[1])
  t.equal(2, #vim.api.nvim_list_tabpages())
end

function tests.a_bang_makes_the_change_at_once()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp! improve")
  t.hear("changed `a.prompt`, not written yet")
  t.equal(1, #vim.api.nvim_list_tabpages())
  assert(t.text(bufnr):find("<article>", 1, true), t.text(bufnr))
end

function tests.without_reviews_the_change_is_made_at_once()
  vim.g.prompt_lsp = { review = false }
  t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  t.hear("changed `a.prompt`, not written yet")
end

function tests.options_that_are_not_valid_count_as_unsaid()
  vim.g.prompt_lsp = { accept_key = "", preview_width = -4 }
  t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp preview")
  t.shown("prompt-lsp://preview/a.prompt")
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  t.press("ZZ")
  t.hear("changed `a.prompt`, not written yet")
end

function tests.prompts_of_one_name_are_reviewed_beside_each_other()
  t.open("one/a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  local first = proposal("a.prompt")
  vim.api.nvim_buf_set_lines(first, 0, 1, false, { "Mine" })
  vim.cmd.tabfirst()
  local bufnr = t.open("two/a.prompt", PLAIN)
  vim.cmd("PromptLsp improve Answer as bullet points")
  local second = proposal("a.prompt (2)")
  t.equal(second, vim.api.nvim_get_current_buf())
  t.press("ZZ")
  t.equal(bufnr, vim.api.nvim_get_current_buf())
  t.equal("Mine", vim.api.nvim_buf_get_lines(first, 0, 1, false)[1])
end

function tests.who_is_elsewhere_stays_there_when_a_proposal_goes()
  t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  local view = proposal("a.prompt")
  vim.cmd.tabnew()
  local here = vim.api.nvim_get_current_win()
  vim.api.nvim_buf_delete(view, { force = true })
  t.wait("the tab page to go", function()
    return #vim.api.nvim_list_tabpages() == 2
  end)
  t.equal(here, vim.api.nvim_get_current_win())
end

function tests.the_diff_may_be_all_that_is_left()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  local wanted = t.text(proposal("a.prompt"))
  vim.cmd("tabonly")
  t.press("ZZ")
  t.equal(1, #vim.api.nvim_tabpage_list_wins(0))
  t.equal(bufnr, vim.api.nvim_get_current_buf())
  t.equal(wanted, t.text(bufnr))
  t.equal({ false, "" }, { vim.wo.diff, vim.wo.winbar })
end

function tests.what_was_opened_beside_a_proposal_stays()
  t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  vim.cmd.tabonly()
  local other = t.write("b.txt", "Other")
  vim.cmd("topleft split " .. vim.fn.fnameescape(other))
  vim.cmd.only()
  vim.wait(0) -- What a proposal that goes does is scheduled.
  t.equal(1, #vim.api.nvim_list_wins())
  t.equal("b.txt", vim.fs.basename(vim.api.nvim_buf_get_name(0)))
end

function tests.nothing_is_remembered_for_a_command_that_failed()
  t.open("a.prompt", "\n")
  local histories = require("prompt_lsp.history")
  local follow, held = histories.follow, setmetatable({}, { __mode = "v" })
  histories.follow = function(bufnr)
    held[1] = follow(bufnr)
    return held[1]
  end
  vim.cmd("PromptLsp improve")
  t.hear("the prompt is blank")
  histories.follow = follow
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { "Typed since" })
  t.wait("the end of what was remembered", function()
    collectgarbage()
    return held[1] == nil
  end)
end

function tests.the_keys_are_options()
  vim.g.prompt_lsp = { accept_key = "ga", discard_key = "gd" }
  t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  assert(vim.api.nvim_eval_statusline(vim.wo.winbar, {}).str:find("ga accept  gd discard", 1, true))
  t.press("gd")
  t.equal(1, #vim.api.nvim_list_tabpages())
end

function tests.who_types_is_not_interrupted_and_loses_nothing()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  -- What is typed here comes between the command and its answer.
  vim.keymap.set("i", "<F2>", function()
    t.hear("when you are back in Normal mode")
    t.equal(1, #vim.api.nvim_list_tabpages())
  end, { buffer = true })
  vim.api.nvim_feedkeys(vim.keycode("GoMore<F2><Esc>"), "mx", false)
  local view = proposal("a.prompt")
  assert(t.text(view):find("<article>", 1, true), t.text(view))
  -- Either the server knew what was typed, or the proposal is accepted no more.
  t.press("ZZ")
  t.hear("changed")
  assert(t.text(bufnr):find("More", 1, true), t.text(bufnr))
end

function tests.templatize_creates_the_sidecar()
  local text = "Translate hello to German"
  local bufnr = t.open("t.prompt", text)
  vim.cmd("PromptLsp templatize")
  proposal("t.prompt")
  local values = vim.json.decode(t.text(proposal("t.vars.json")))
  t.press("ZZ")
  t.hear("changed `t.prompt` and `t.vars.json`, not written yet")
  t.equal("Translate {{WORD_TO_TRANSLATE}} to {{TARGET_LANGUAGE}}", t.text(bufnr))
  t.equal(bufnr, vim.api.nvim_get_current_buf())
  local sidecar = t.shown("/t.vars.json")
  t.equal(values, vim.json.decode(t.text(sidecar)))
  vim.cmd.wall()
  t.equal(values, vim.json.decode(t.read(t.folder .. "/t.vars.json")))
  t.press("u")
  t.equal(text, t.text(bufnr))
  vim.api.nvim_buf_call(sidecar, function()
    vim.cmd.undo()
  end)
  t.equal("", t.text(sidecar))
end

function tests.convert_shows_the_body_before_it_is_a_file()
  t.open("c.prompt", "\n\nHuman: Hello, Claude\n\nAssistant:")
  vim.cmd("PromptLsp convert")
  local body = vim.json.decode(t.text(proposal("c.messages.json")))
  t.equal("Hello, Claude", body.messages[1].content)
  t.equal(nil, vim.uv.fs_stat(t.folder .. "/c.messages.json"))
  t.press("ZZ")
  local new = t.shown("/c.messages.json")
  t.equal(body, vim.json.decode(t.text(new)))
end

function tests.fix_keeps_to_its_range()
  t.write("prompt-lsp.toml", 'placeholder-style = "{{NAME}}"')
  local bufnr = t.open("f.prompt", "Hi <<A>>\nHo <<B>>\n")
  t.finding("VAR001")
  vim.cmd("2PromptLsp! fix")
  t.hear("changed `f.prompt`")
  t.equal({ "Hi <<A>>", "Ho {{B}}" }, vim.api.nvim_buf_get_lines(bufnr, 0, 2, false))
end

function tests.fix_shows_the_fixes()
  local bufnr = t.open("a.prompt", LEGACY)
  vim.cmd("PromptLsp fix")
  t.equal("\n\nHuman: Hello, Claude\n\nAssistant:", t.text(proposal("a.prompt")))
  t.press("ZZ")
  t.equal("\n\nHuman: Hello, Claude\n\nAssistant:", t.text(bufnr))
  vim.cmd("PromptLsp fix")
  t.hear("nothing to change here")
end

function tests.a_selection_of_characters_is_what_is_improved()
  t.open("a.prompt", "Keep  this.\n\nSummarize  {{TEXT}} now.\n")
  local asked = t.requests("workspace/executeCommand")
  t.press("2jwvee:PromptLsp improve Answer in German<CR>")
  t.press("<Cmd>2,3PromptLsp improve<CR>")
  t.press(":3,3PromptLsp improve<CR>")
  t.press(":%PromptLsp improve<CR>")
  local function range(from, to)
    return {
      start = { line = from[1], character = from[2] },
      ["end"] = { line = to[1], character = to[2] },
    }
  end
  t.equal(
    { range({ 2, 11 }, { 2, 17 }), range({ 1, 0 }, { 2, 24 }), range({ 2, 0 }, { 2, 24 }) },
    vim.tbl_map(function(params)
      return params.arguments[1].range
    end, vim.list_slice(asked, 1, 3))
  )
  t.equal(range({ 0, 0 }, { 2, 24 }), asked[4].arguments[1].range)
end

--- Goes to the prompt of the proposal that is shown.
---@param bufnr integer
local function left(bufnr)
  vim.api.nvim_set_current_win(vim.fn.bufwinid(bufnr))
end

function tests.the_keys_are_those_of_the_prompt_too()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.keymap.set("n", "ZQ", "<Cmd>let g:own = 1<CR>", { buffer = true })
  vim.cmd("PromptLsp improve")
  local wanted = t.text(proposal("a.prompt"))
  left(bufnr)
  t.press("ZQ")
  t.equal({ nil, 1 }, { vim.g.own, #vim.api.nvim_list_tabpages() })
  t.equal("<Cmd>let g:own = 1<CR>", vim.fn.maparg("ZQ", "n"))
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  left(bufnr)
  vim.cmd.tabprevious()
  t.equal("", vim.fn.maparg("ZZ", "n"))
  vim.cmd.tabnext()
  t.press("ZZ")
  t.hear("changed `a.prompt`, not written yet")
  t.equal({ wanted, true, "" }, { t.text(bufnr), vim.bo.modified, vim.fn.maparg("ZZ", "n") })
end

function tests.a_command_in_a_proposal_is_about_its_prompt()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  vim.cmd("1PromptLsp improve")
  t.hear("a range is one of the prompt itself, and is given in its window")
  vim.cmd("PromptLsp preview")
  t.shown("prompt-lsp://preview/a.prompt")
  vim.cmd("wincmd b")
  t.equal(2, vim.fn.exists(":PromptLsp"))
  vim.cmd("tabclose")
  vim.api.nvim_buf_delete(bufnr, { force = true })
end

function tests.keys_that_are_one_key_count_as_unsaid()
  vim.g.prompt_lsp = { accept_key = "<C-y>", discard_key = "<C-Y>" }
  t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp improve")
  proposal("a.prompt")
  assert(vim.api.nvim_eval_statusline(vim.wo.winbar, {}).str:find("ZZ accept  ZQ discard", 1, true))
end

return tests
