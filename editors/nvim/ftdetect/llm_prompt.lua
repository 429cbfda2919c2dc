-- `*.prompt.md` stays Markdown: the server knows such a file by its name.
vim.filetype.add({
  extension = { prompt = "llm-prompt", prompty = "prompty" },
  pattern = { [".*%.prompt%.txt"] = "llm-prompt" },
})
