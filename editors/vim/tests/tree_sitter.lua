-- The tree-sitter grammar in Neovim: the parser of $PARSER reads the sample without a fault, and the
-- queries on the runtime path are such as Neovim takes. Findings go to $REPORT.
local report = {}

local function check(name, test)
  local ok, fault = pcall(test)
  if not ok then
    table.insert(report, name .. ': ' .. tostring(fault))
  end
end

vim.cmd('edit editors/sample/eksempel.hplan')
check('parser', function()
  vim.treesitter.require_language('hplan', vim.env.PARSER)
  local tree = vim.treesitter.get_parser(0, 'hplan'):parse()[1]
  assert(tree:root():type() == 'source_file')
  assert(not tree:root():has_error(), 'the sample has faults')
end)
check('highlights', function()
  local query = vim.treesitter.query.get_query('hplan', 'highlights')
  local root = vim.treesitter.get_parser(0, 'hplan'):parse()[1]:root()
  local kinds, wanted = 0, 0
  for _, row in ipairs(vim.fn.readfile('editors/sample/classes.tsv')) do
    wanted = wanted + (row:match('\tkind$') and 1 or 0)
  end
  for id in query:iter_captures(root, 0) do
    kinds = kinds + (query.captures[id] == 'keyword' and 1 or 0)
  end
  assert(kinds == wanted, 'found ' .. kinds .. ' of ' .. wanted .. ' kinds')
end)
for _, name in ipairs({ 'folds', 'locals', 'injections' }) do
  check(name, function()
    assert(vim.treesitter.query.get_query('hplan', name), 'no such query')
  end)
end
vim.fn.writefile(report, vim.env.REPORT)
vim.cmd('qall!')
