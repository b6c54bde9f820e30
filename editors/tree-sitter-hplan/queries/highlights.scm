; What has which colour. Words were told apart by the scanner, so no list of them stands here.

(comment) @comment

(kind) @keyword
(key) @property
(constant) @constant.builtin
(role) @label
(code) @constant
(function) @function.call

(name) @variable
(path) @variable
(title) @string.special
(string) @string
(url) @string

(number) @number
(ordinal) @number
(unit) @type

(qualifier) @operator
(connective) @operator
(comparison) @operator
["=" "+" "-" "*" "/"] @operator

["{" "}" "(" ")"] @punctuation.bracket
[":" "," ";"] @punctuation.delimiter
["|"] @punctuation.special

(text_block "\"\"\"" @string)
(prose) @markup
(heading) @markup.heading
(strong) @markup.strong
(link) @markup.link
(interpolation ["{" "}"] @embedded)
