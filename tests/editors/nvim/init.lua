-- What a user's configuration has to say.

vim.opt.runtimepath:prepend(vim.env.PROMPT_LSP_PLUGIN)
vim.lsp.config("prompt_lsp", { cmd = vim.split(vim.env.PROMPT_LSP_SERVER, "\n") })
vim.lsp.enable("prompt_lsp")

-- The test: what follows runs one of this folder.

-- Parsers of an installation that was unpacked beside the system.
vim.opt.runtimepath:append(vim.fs.normalize(vim.env.VIMRUNTIME .. "/../../../lib/nvim"))
vim.o.swapfile = false

vim.api.nvim_create_autocmd("VimEnter", {
  nested = true,
  callback = vim.schedule_wrap(function()
    package.path = vim.fs.dirname(vim.env.PROMPT_LSP_TEST) .. "/?.lua;" .. package.path
    require("harness").run(vim.env.PROMPT_LSP_TEST)
  end),
})
