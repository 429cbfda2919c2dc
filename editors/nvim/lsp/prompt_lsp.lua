-- How Neovim starts prompt-lsp: `vim.lsp.enable("prompt_lsp")`.
-- `vim.lsp.config("prompt_lsp", { … })` changes any of it.

local asking = "promptLsp.ui.improveWithFeedback"

---@type vim.lsp.Config
return {
  cmd = { "prompt-lsp" },
  filetypes = { "llm-prompt", "prompty", "dotprompt", "markdown", "json", "yaml", "text" },
  root_markers = { "prompt-lsp.toml", ".prompt-lsp.toml", "pyproject.toml", ".git" },
  -- A README needs no server: of the general file types only prompts are attached.
  root_dir = function(bufnr, on_dir)
    require("prompt_lsp.attach").root_dir(bufnr, on_dir)
  end,
  -- With this the server offers "Improve prompt with feedback…".
  capabilities = { experimental = { promptLsp = { commands = { asking } } } },
  commands = {
    [asking] = function(command, context)
      require("prompt_lsp.tools").improve_with_feedback(command.arguments[1], context)
    end,
  },
  on_exit = function(_, _, client_id)
    require("prompt_lsp.server").on_exit(client_id)
  end,
}
