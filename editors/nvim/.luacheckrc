std = "luajit"
max_line_length = 100
read_globals = { "vim" }
globals = { "vim.b", "vim.bo", "vim.g", "vim.o", "vim.opt_local", "vim.wo" }
files["**/tests/**"] = { globals = { "vim" } } -- they stand in for what asks a user
