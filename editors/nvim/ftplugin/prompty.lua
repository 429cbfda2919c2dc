vim.cmd.runtime("ftplugin/llm-prompt.lua")
