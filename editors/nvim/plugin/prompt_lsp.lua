-- `:PromptLsp`, in buffers that the server is attached to. No `setup()` is needed.

if vim.g.loaded_prompt_lsp or vim.fn.has("nvim-0.11") == 0 then
  return
end
vim.g.loaded_prompt_lsp = true

local group = vim.api.nvim_create_augroup("prompt_lsp", {})

vim.api.nvim_create_autocmd("LspAttach", {
  group = group,
  desc = "Offer :PromptLsp where prompt-lsp is attached",
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == "prompt_lsp" then
      require("prompt_lsp.command").create(event.buf)
    end
  end,
})

vim.api.nvim_create_autocmd("FileType", {
  group = group,
  pattern = { "llm-prompt", "prompty", "dotprompt" },
  desc = "Say once that prompt-lsp cannot be started",
  callback = function()
    require("prompt_lsp.server").warn_if_missing()
  end,
})
