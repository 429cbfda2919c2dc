local t = require("harness")

local PLAIN = "You are a support agent. Answer.\n\n{{ARTICLE}}\n\nQuestion: {{QUESTION}}\n"

local tests = {}

function tests.feedback_is_asked_for_in_words()
  t.open("a.prompt", PLAIN)
  local asked = t.say("Answer as bullet points")
  vim.cmd("PromptLsp feedback")
  local view = t.shown("prompt-lsp://proposal/")
  t.equal("What shall be better? ", asked.prompt)
  assert(t.text(view):find("bulleted list", 1, true), t.text(view))
end

function tests.nothing_said_changes_nothing()
  t.open("a.prompt", PLAIN)
  local asked = t.say(nil)
  vim.cmd("PromptLsp feedback")
  t.wait("the question", function()
    return asked.prompt
  end)
  t.equal({}, t.told)
  t.equal(1, #vim.api.nvim_list_tabpages())
end

function tests.presets_are_offered_for_choice_and_completion()
  t.write("prompt-lsp.toml", 'feedback = ["Answer as bullet points", "Make it shorter"]')
  t.open("a.prompt", PLAIN)
  local asked = t.choose(function(shown)
    return shown == "Answer as bullet points"
  end)
  vim.cmd("PromptLsp feedback")
  local view = t.shown("prompt-lsp://proposal/")
  t.equal({ "Answer as bullet points", "Make it shorter", "In your own words…" }, asked.shown)
  assert(t.text(view):find("bulleted list", 1, true), t.text(view))
  t.press("ZQ")
  t.equal({ "Make it shorter" }, vim.fn.getcompletion("PromptLsp improve Ma", "cmdline"))
  t.equal({ "shorter" }, vim.fn.getcompletion("PromptLsp improve Make it s", "cmdline"))
end

function tests.the_code_action_asks_and_shows()
  t.open("a.prompt", PLAIN)
  t.say("Answer as bullet points")
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return action.title == "Improve prompt with feedback…"
    end,
  })
  local view = t.shown("prompt-lsp://proposal/")
  assert(t.text(view):find("bulleted list", 1, true), t.text(view))
end

function tests.a_task_is_asked_for_and_fills_an_empty_buffer()
  local bufnr = t.open("new.prompt", "")
  local asked = t.say("a chef for a meal prep planning service")
  vim.cmd("PromptLsp generate")
  t.wait("the prompt", function()
    return t.text(bufnr):find("chef", 1, true)
  end)
  t.equal("What shall the prompt do? ", asked.prompt)
end

function tests.a_generated_prompt_never_stands_on_another()
  local bufnr = t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp generate a chef for a meal prep planning service")
  t.wait("the prompt", function()
    return vim.api.nvim_get_current_buf() ~= bufnr and t.text():find("chef", 1, true)
  end)
  t.equal("llm-prompt", vim.bo.filetype)
  t.equal(PLAIN, t.text(bufnr) .. "\n")
end

function tests.lines_are_a_task_that_is_replaced()
  t.open("a.prompt", "a chef for a meal prep planning service\n")
  vim.cmd("1PromptLsp generate")
  local view = t.shown("prompt-lsp://proposal/")
  assert(vim.api.nvim_buf_line_count(view) > 3, t.text(view))
end

function tests.the_engine_is_chosen_where_the_text_goes()
  t.open("a.prompt", PLAIN)
  local asked = t.choose(function(shown)
    return shown == "offline"
  end)
  vim.cmd("PromptLsp engine")
  t.wait("the choice", function()
    return (vim.g.prompt_lsp or {}).engine == "offline"
  end)
  t.equal({ "offline" }, asked.shown)
end

function tests.an_empty_prompt_has_no_engines_to_choose_from()
  t.open("a.prompt", "")
  vim.cmd("PromptLsp engine")
  t.hear("there is no text that an engine could work on")
end

function tests.the_chosen_engine_is_asked()
  t.open("a.prompt", PLAIN)
  vim.cmd("PromptLsp engine messages")
  vim.cmd("PromptLsp improve")
  t.hear("engines.messages.model")
end

function tests.completion_knows_subcommands_and_rules()
  t.open("a.prompt", PLAIN)
  t.equal({ "preview" }, vim.fn.getcompletion("PromptLsp pre", "cmdline"))
  t.equal({ "TRN005" }, vim.fn.getcompletion("PromptLsp rule TRN005", "cmdline"))
  t.equal({ "TRN005" }, vim.fn.getcompletion("1,2PromptL! rule TRN005", "cmdline"))
  t.equal({ "offline" }, vim.fn.getcompletion("vertical Promp engine o", "cmdline"))
end

function tests.a_plugin_that_comes_late_finds_its_prompts()
  t.open("a.prompt", PLAIN)
  vim.api.nvim_buf_del_user_command(0, "PromptLsp")
  vim.g.loaded_prompt_lsp = nil
  vim.cmd.runtime("plugin/prompt_lsp.lua")
  t.equal(2, vim.fn.exists(":PromptLsp"))
end

function tests.without_a_subcommand_all_are_offered()
  t.open("a.prompt", PLAIN)
  local asked = t.choose(function(shown)
    return vim.startswith(shown, "fix ")
  end)
  vim.cmd("PromptLsp")
  t.hear("nothing to change here")
  t.equal(#require("prompt_lsp.subcommands"), #asked.shown)
end

function tests.what_makes_no_sense_is_said()
  t.open("a.prompt", PLAIN)
  for command, message in pairs({
    ["PromptLsp nonsense"] = "`nonsense` is no subcommand",
    ["1PromptLsp convert"] = "`:PromptLsp convert` takes no range",
    ["PromptLsp! preview"] = "`:PromptLsp preview` takes no `!`",
    ["PromptLsp fix all"] = "`:PromptLsp fix` takes no words",
    ["PromptLsp engine magic"] = "`engine` must be one of",
  }) do
    vim.cmd(command)
    t.hear(message)
  end
end

function tests.the_rule_of_a_line_is_shown()
  t.open("a.prompt", "\n\nHuman: Hello, Claude\nAssistant:")
  t.finding("TRN005")
  vim.api.nvim_win_set_cursor(0, { 4, 0 })
  vim.cmd("PromptLsp rule")
  local manual = t.text(t.shown("prompt-lsp://rule/TRN005"))
  assert(vim.startswith(manual, "# TRN005 unseparated-turn"), manual)
  t.press("q")
  vim.cmd("PromptLsp rule VAR001")
  t.shown("prompt-lsp://rule/VAR001")
end

function tests.the_rule_is_chosen_where_none_speaks()
  t.open("a.prompt", PLAIN)
  local asked = t.choose(function(shown)
    return vim.startswith(shown, "DOC001")
  end)
  vim.cmd("PromptLsp rule")
  t.shown("prompt-lsp://rule/DOC001")
  assert(#asked.shown > 20)
end

return tests
