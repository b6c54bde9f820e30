[
  (body)
  (text_block)
  (table)
] @fold
