--- What `:PromptLsp` can do: this table is what its completion and the manual know.
---
--- Only what a code action cannot do has a place here: what asks, what is seen before it
--- is made, and what shows something.

local options = require("prompt_lsp.options")
local request = require("prompt_lsp.request")
local server = require("prompt_lsp.server")
local tools = require("prompt_lsp.tools")

---@class prompt_lsp.Call
---@field client vim.lsp.Client
---@field bufnr integer
---@field bang boolean
---@field range? lsp.Range
---@field words string what follows the subcommand
---@field mods string

---@class prompt_lsp.Subcommand
---@field name string
---@field words? string what may follow, for the manual
---@field range? boolean
---@field bang? boolean
---@field detached? boolean works without a server
---@field doc string
---@field run fun(call: prompt_lsp.Call)
---@field complete? fun(client: vim.lsp.Client?, bufnr: integer, done: fun(words: string[]))

---@param call prompt_lsp.Call
---@param command string
---@param title string
---@param wish? table
local function run(call, command, title, wish)
  tools.run({
    client = call.client,
    bufnr = call.bufnr,
    command = command,
    title = title,
    argument = vim.tbl_extend("force", { range = call.range }, wish or {}),
    at_once = call.bang,
    engine = command ~= "promptLsp.fixAll" and command ~= "promptLsp.convertToMessages",
  })
end

---@param call prompt_lsp.Call
---@param feedback? string
local function improve(call, feedback)
  local title = feedback and "Improved: " .. feedback or "Improved"
  run(call, "promptLsp.improve", title, { feedback = feedback })
end

---@type prompt_lsp.Subcommand[]
return {
  {
    name = "improve",
    words = "[feedback]",
    range = true,
    bang = true,
    doc = "Shows the prompt, or the lines of the range, improved. Words that follow say what "
      .. "shall be better.",
    run = function(call)
      improve(call, call.words ~= "" and call.words or nil)
    end,
    complete = function(client, bufnr, done)
      if not client then
        return done({})
      end
      tools.offers(client, bufnr, function(offers)
        done(offers.presets)
      end)
    end,
  },
  {
    name = "feedback",
    range = true,
    bang = true,
    doc = "Asks what shall be better, one of the texts of the setting `feedback` or your own "
      .. "words, and shows the prompt improved.",
    run = function(call)
      tools.ask_feedback(call.client, call.bufnr, function(feedback)
        improve(call, feedback)
      end)
    end,
  },
  {
    name = "templatize",
    range = true,
    bang = true,
    doc = "Shows the prompt with placeholders for what varies, and the file with the values.",
    run = function(call)
      run(call, "promptLsp.templatize", "Templatized")
    end,
  },
  {
    name = "generate",
    words = "[task]",
    range = true,
    bang = true,
    doc = "Writes a prompt for a task, into an empty buffer or a new one; without words it asks "
      .. "for the task. With a range these lines are the task, and the prompt is shown in "
      .. "their stead.",
    run = function(call)
      if call.range then
        local task = call.words ~= "" and call.words or nil
        run(call, "promptLsp.generate", "Generated", { task = task })
      elseif call.words ~= "" then
        require("prompt_lsp.generate").run(call, call.words)
      else
        vim.ui.input({ prompt = "What shall the prompt do? " }, function(task)
          if task and vim.trim(task) ~= "" then
            require("prompt_lsp.generate").run(call, task)
          end
        end)
      end
    end,
  },
  {
    name = "convert",
    bang = true,
    doc = "Shows a text-completions prompt as the body of a request to the Messages API.",
    run = function(call)
      run(call, "promptLsp.convertToMessages", "Converted to Messages")
    end,
  },
  {
    name = "fix",
    range = true,
    bang = true,
    doc = "Shows the prompt with all safe fixes made, or those in the lines of the range.",
    run = function(call)
      run(call, "promptLsp.fixAll", "Fixed")
    end,
  },
  {
    name = "preview",
    detached = true,
    doc = "Opens or closes a window with the prompt as the model gets it, which follows what "
      .. "you type. <CR> on a variable there fills it in, for the preview only.",
    run = function(call)
      require("prompt_lsp.preview").toggle(call.client, call.bufnr, call.mods)
    end,
  },
  {
    name = "rule",
    words = "[code]",
    detached = true,
    doc = "Shows the manual of a rule; without a code that of the finding in the cursor's line.",
    run = function(call)
      local rule = require("prompt_lsp.rule")
      if call.words ~= "" then
        rule.show(call.client, call.bufnr, call.words, call.mods)
      else
        rule.show_here(call.client, call.bufnr, call.mods)
      end
    end,
    complete = function(client, _, done)
      require("prompt_lsp.rule").list(client, function(rules)
        done(vim.tbl_map(function(line)
          return line:match("^%S+")
        end, rules))
      end)
    end,
  },
  {
    name = "engine",
    words = "[name]",
    doc = "Chooses the engine for the rest of the session; without a name you choose among "
      .. "those that are set up, and see where each sends your text.",
    run = function(call)
      if call.words ~= "" then
        local problem = options.set("engine", call.words)
        if problem then
          server.tell(problem)
        end
        return
      end
      tools.offers(call.client, call.bufnr, function(offers)
        if #offers.engines == 0 then
          server.tell("there is no text that an engine could work on; name one after `engine`")
          return
        end
        vim.ui.select(offers.engines, {
          prompt = "Which engine?",
          format_item = function(engine)
            return engine.label
          end,
        }, function(engine)
          if engine then
            options.set("engine", engine.name)
          end
        end)
      end)
    end,
    complete = function(_, _, done)
      done({ "offline", "messages", "prompt-tools" })
    end,
  },
  {
    name = "cancel",
    detached = true,
    doc = "Stops what is at work; the text stays as it is.",
    run = request.cancel,
  },
  {
    name = "restart",
    detached = true,
    doc = "Starts the server again, also one that has ended.",
    run = server.restart,
  },
}
