-- `:PromptLsp`, in prompts and wherever the server is attached. No `setup()` is needed.

if vim.g.loaded_prompt_lsp or vim.fn.has("nvim-0.11") == 0 then
  return
end
vim.g.loaded_prompt_lsp = true

local group = vim.api.nvim_create_augroup("prompt_lsp", {})

---@param client vim.lsp.Client?
---@param bufnr integer
local function take(client, bufnr)
  if client and client.name == "prompt_lsp" then
    require("prompt_lsp.server").know(client)
    require("prompt_lsp.command").create(bufnr)
  end
end

-- A plugin manager may load this when the server is attached already.
for _, client in ipairs(vim.lsp.get_clients({ name = "prompt_lsp" })) do
  for bufnr in pairs(client.attached_buffers) do
    take(client, bufnr)
  end
end

vim.api.nvim_create_autocmd("LspAttach", {
  group = group,
  desc = "Offer :PromptLsp where prompt-lsp is attached",
  callback = function(event)
    take(vim.lsp.get_client_by_id(event.data.client_id), event.buf)
  end,
})

vim.api.nvim_create_autocmd("FileType", {
  group = group,
  pattern = { "llm-prompt", "prompty", "dotprompt" },
  desc = "Offer :PromptLsp, and say once that prompt-lsp cannot be started",
  callback = function(event)
    if vim.bo[event.buf].buftype == "" then
      require("prompt_lsp.command").create(event.buf)
      require("prompt_lsp.server").warn_if_missing()
    end
  end,
})

vim.api.nvim_create_autocmd("BufFilePost", {
  group = group,
  desc = "Attach prompt-lsp to a prompt that lacked a name",
  callback = function(event)
    require("prompt_lsp.attach").take_named(event.buf)
  end,
})
