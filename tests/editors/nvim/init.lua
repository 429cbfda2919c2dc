-- What a user's configuration has to say, and how a test of `tests/editors/nvim` is run.

vim.opt.runtimepath:prepend(vim.env.PROMPT_LSP_PLUGIN)
-- Parsers of an installation that was unpacked beside the system.
vim.opt.runtimepath:append(vim.fs.normalize(vim.env.VIMRUNTIME .. "/../../../lib/nvim"))
vim.opt.swapfile = false

local cmd = vim.split(vim.env.PROMPT_LSP_SERVER, "\n")
vim.lsp.config("prompt_lsp", { cmd = cmd })
vim.lsp.enable("prompt_lsp")

vim.api.nvim_create_autocmd("VimEnter", {
  nested = true,
  callback = vim.schedule_wrap(function()
    package.path = vim.fs.dirname(vim.env.PROMPT_LSP_TEST) .. "/?.lua;" .. package.path
    require("harness").run(vim.env.PROMPT_LSP_TEST)
  end),
})
