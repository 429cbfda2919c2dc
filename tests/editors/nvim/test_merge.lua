local merge = require("prompt_lsp.merge")
local t = require("harness")

local tests = {}

---@param expected? string a text in which each letter is a line
---@param old string
---@param one string
---@param other string
local function check(expected, old, one, other)
  local function lines(text)
    return vim.split(text, "")
  end
  for _, pair in ipairs({ { one, other }, { other, one } }) do
    local merged = merge.merged(lines(old), lines(pair[1]), lines(pair[2]))
    t.equal(expected, merged and table.concat(merged))
  end
end

function tests.changes_of_different_places_are_both_made()
  check("Xbcdez", "abcde", "Xbcde", "abcdez")
  check("xabcd", "abcde", "xabcde", "abcd")
  check("aXYcdZe", "abcde", "aXYcde", "abcdZe")
  check("abXe", "abcde", "abXe", "abcde")
  check("cdefgZ", "abcdefg", "cdefg", "abcdefgZ")
end

function tests.changes_that_meet_are_not()
  check(nil, "abc", "aXc", "aYc")
  check(nil, "abc", "aXc", "abYc")
  check(nil, "abc", "abcX", "abcY")
  check(nil, "abc", "X", "abcY")
end

return tests
