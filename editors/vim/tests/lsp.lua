-- Neovim's language client against `hplanc lsp`, on the spoilt plan $PLAN, whose finding is on line
-- $LINE: what a planner does in an afternoon. Findings of this test go to $REPORT.
local report = {}
local line = tonumber(vim.env.LINE)

local function check(name, test)
  local ok, fault = pcall(test)
  if not ok then
    table.insert(report, name .. ': ' .. tostring(fault))
  end
end

local function wait_for(what, condition)
  assert(vim.wait(20000, condition, 20), what .. ' did not come')
end

-- Puts the cursor at the start of the first match of a pattern, plus some bytes.
local function go_to(pattern, offset)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(pattern, 'cW') > 0, 'no ' .. pattern)
  vim.cmd('normal! ' .. (offset and offset .. 'l' or '0w'))
end

require('hplan').setup()
vim.cmd('filetype plugin on | edit ' .. vim.fn.fnameescape(vim.env.PLAN))
local plan = vim.api.nvim_get_current_buf()

check('diagnostics', function()
  local only_errors = { severity = vim.diagnostic.severity.ERROR }
  wait_for('a finding', function() return #vim.diagnostic.get(plan, only_errors) > 0 end)
  local found = vim.diagnostic.get(plan, only_errors)
  assert(#found == 1, vim.inspect(found))
  assert(found[1].lnum + 1 == line, 'on line ' .. found[1].lnum + 1)
  assert(found[1].code == 'HP4001', found[1].code)
  assert(found[1].message:find('Summen stemmer ikke', 1, true), found[1].message)
  local text = vim.fn.getline(line):sub(found[1].col + 1)
  assert(text:match('^38 228 737'), 'at ' .. text)
end)

check('hover', function()
  go_to('av: ramme.2018', 6)
  vim.lsp.buf.hover()
  local function shown()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
      end
    end
  end
  wait_for('a window', shown)
  assert(shown():find('38 228 737', 1, true), shown())
end)

check('definition', function()
  go_to('om personal', 3)
  vim.lsp.buf.definition()
  wait_for('the other file', function() return vim.fn.expand('%:t') == 'organisasjon.hplan' end)
  assert(vim.fn.getline('.'):find('avdeling personal'), vim.fn.getline('.'))
  vim.cmd('buffer ' .. plan)
end)

check('rename', function()
  go_to('om personal', 3)
  vim.lsp.buf.rename('folk-og-lønn')
  wait_for('the new name', function()
    return vim.fn.search('om folk-og-lønn', 'cnw') > 0
  end)
  local other = vim.fn.bufnr('organisasjon.hplan')
  local text = table.concat(vim.api.nvim_buf_get_lines(other, 0, -1, false), '\n')
  assert(text:find('avdeling folk-og-lønn "Personalavdelingen"', 1, true), 'not where it is declared')
  assert(vim.fn.search('om personal', 'cnw') == 0, 'the old name is left')
end)

check('format', function()
  local before = vim.fn.getline(1, '$')
  local number = vim.fn.search('av: ramme.2018', 'cnw')
  vim.fn.setline(number, 'av:    ramme.2018')
  vim.lsp.buf.formatting_sync(nil, 20000)
  assert(vim.deep_equal(vim.fn.getline(1, '$'), before), 'line ' .. number .. ': ' .. vim.fn.getline(number))
end)

vim.fn.writefile(report, vim.env.REPORT)
vim.cmd('qall!')
