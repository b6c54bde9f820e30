-- hplan in Neovim's own language client, from 0.7 on.
--
--   require('hplan').setup()
--   require('hplan').setup({ cmd = { '/opt/hplanc', 'lsp' }, format_on_save = true })
--
-- What else is given is handed on to vim.lsp.start_client: on_attach, capabilities ...

local M = {}

local clients = {} -- of Neovim 0.7, by folder: later versions find a running one themselves

-- Where the project's settings lie, else the repository, else the folder of the plan.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  for _, mark in ipairs({ 'prosjekt.hplan', '.git' }) do
    local dir = folder
    repeat
      if vim.loop.fs_stat(dir .. '/' .. mark) then
        return dir
      end
      local above = vim.fn.fnamemodify(dir, ':h')
      local at_top = above == dir
      dir = above
    until at_top
  end
  return folder
end

local function format_on_save(buffer)
  vim.api.nvim_create_autocmd('BufWritePre', {
    buffer = buffer,
    callback = function()
      if vim.lsp.buf.format then
        vim.lsp.buf.format({ bufnr = buffer })
      else
        vim.lsp.buf.formatting_sync()
      end
    end,
  })
end

-- Starts the server for a buffer, or joins the one that its project has.
function M.start(buffer, options)
  local settings = vim.tbl_extend('force', { cmd = { 'hplanc', 'lsp' } }, options or {})
  settings.format_on_save = nil
  settings.name = 'hplanc'
  settings.root_dir = root_of(vim.api.nvim_buf_get_name(buffer))
  if vim.lsp.start then
    vim.lsp.start(settings, { bufnr = buffer })
  else
    local root = settings.root_dir
    if not clients[root] or vim.lsp.client_is_stopped(clients[root]) then
      clients[root] = vim.lsp.start_client(settings)
    end
    if clients[root] then
      vim.lsp.buf_attach_client(buffer, clients[root])
    end
  end
  vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  if options and options.format_on_save then
    format_on_save(buffer)
  end
end

function M.setup(options)
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'hplan',
    group = vim.api.nvim_create_augroup('hplan', {}),
    callback = function(event)
      M.start(event.buf, options)
    end,
  })
end

return M
