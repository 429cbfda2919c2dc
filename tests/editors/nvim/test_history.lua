local histories = require("prompt_lsp.history")
local t = require("harness")

local tests = {}

function tests.each_text_is_known_by_its_version()
  t.open("a.prompt", "one\ntwo\nthree\n")
  local history, texts = histories.follow(0), {}
  local function is_now()
    texts[vim.api.nvim_buf_get_changedtick(0)] = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  end
  is_now()
  for keys in ("xx 2GdG oa<CR>b<CR>c<Esc> ggP u ggdG p ix<Esc> uu"):gmatch("%S+") do
    t.press(keys)
    is_now()
  end
  assert(vim.tbl_count(texts) > 8)
  vim.cmd("edit!")
  for version, lines in pairs(texts) do
    t.equal(lines, histories.text(history, version))
  end
  t.equal(nil, histories.text(history, vim.api.nvim_buf_get_changedtick(0)))
end

function tests.what_is_typed_is_kept_and_not_the_text_with_each_key()
  t.open("a.prompt", ("A line of a long prompt\n"):rep(20000))
  local history = histories.follow(vim.api.nvim_get_current_buf())
  collectgarbage()
  local before = collectgarbage("count")
  for _ = 1, 500 do
    vim.api.nvim_buf_set_text(0, 5, 0, 5, 0, { "x" })
  end
  collectgarbage()
  local kept = collectgarbage("count") - before
  assert(kept < 1024, ("%d kB"):format(kept))
  t.equal(("x"):rep(500), histories.text(history, math.huge)[6]:sub(1, 500))
end

return tests
