// The grammar of hplan, as grammar/hplan.y has it, for editors.
//
// Every token comes from src/scanner.c: where a word ends, whether a newline ends a statement and
// what a cell of a table holds are questions that regular expressions cannot answer. The scanner
// also knows the words (src/words.h, generated from the vocabulary), so a new keyword changes
// neither this file nor src/parser.c.
//
// src/parser.c is made of this file by `make tree-sitter` and committed.

// Precedence, loosest first.
const COMPARE = 1, ADD = 2, MULTIPLY = 3;

const listOf = (item, $) => seq(item, repeat(seq(alias($._comma, ','), item)));

module.exports = grammar({
  name: 'hplan',

  // In the order of enum TokenType in src/scan.h.
  externals: $ => [
    $._newline, $._soft_newline, $._end, $._row_end, $._begins_property, $._begins_declaration,
    $._semicolon, $._left_brace, $._right_brace, $._colon, $._comma, $._left_paren, $._right_paren,
    $._equals, $._comparison, $._plus, $._minus, $._negative, $._star, $._slash, $._bar,
    $.comment, $.kind, $.key, $.name, $.path, $.function, $.constant, $.qualifier, $.connective,
    $.number, $.ordinal, $.unit, $.code, $.role, $.word, $.string, $.url,
    $._text_open, $._text_close, $._left_interpolation, $._right_interpolation,
    $.prose, $.heading, $.strong, $.link,
    $._stray, // of no use to any rule: what the compiler has no use for either
  ],

  extras: $ => [/[ \t\r\u00a0\ufeff]/, $.comment, $._soft_newline],

  rules: {
    source_file: $ => optional($._statements),

    _statements: $ => repeat1(choice(
      $._newline,
      alias($._semicolon, ';'),
      seq($._statement, choice($._newline, alias($._semicolon, ';'), $._end)),
    )),

    _statement: $ => choice($.declaration, $.property, $.text_block, $.table),

    declaration: $ => seq(
      $._begins_declaration,
      choice(
        seq(repeat($.connective), field('kind', $.kind), repeat($._item)),
        repeat1($._item),
      ),
      optional(field('body', $.body)),
    ),

    _item: $ => choice(
      field('name', $.name),
      field('title', alias($.string, $.title)),
      field('number', choice($.number, $.ordinal, $.code)),
      $.path,
      $.word,
    ),

    property: $ => seq(
      $._begins_property,
      choice(
        seq(field('key', $.key), repeat($._index)),
        repeat1($._index),
      ),
      alias($._colon, ':'),
      listOf(field('value', $.value), $),
      optional(field('body', $.body)),
    ),

    _index: $ => choice(
      $.number, $.ordinal, $.constant, $.code, $.string, $.path, $.word,
    ),

    body: $ => seq(
      alias($._left_brace, '{'), optional($._statements), alias($._right_brace, '}'),
    ),

    // ---- values ----

    value: $ => seq(optional($._comparator), $._expression),

    _comparator: $ => choice(alias($._comparison, $.comparison), alias($._equals, '=')),

    _expression: $ => choice($._stated, $.negative, $.binary),

    negative: $ => seq(alias($._negative, '-'), $._stated),

    binary: $ => choice(
      prec.left(COMPARE, seq($._expression, $._comparator, $._expression)),
      ...[
        [ADD, $._plus, '+'], [ADD, $._minus, '-'],
        [MULTIPLY, $._star, '*'], [MULTIPLY, $._slash, '/'],
      ].map(([level, token, shown]) =>
        prec.left(level, seq($._expression, alias(token, shown), $._expression))),
    ),

    _stated: $ => prec.right(repeat1($._atom)),

    _atom: $ => choice(
      $.name, $.path, $.word, $.constant, $.qualifier, $.connective, $.number, $.ordinal, $.unit,
      $.code, $.string, $.url, $.call, $.parenthesis,
    ),

    call: $ => seq(
      $.function,
      alias($._left_paren, '('), optional(listOf($._expression, $)), alias($._right_paren, ')'),
    ),

    parenthesis: $ => seq(
      alias($._left_paren, '('), listOf($._expression, $), alias($._right_paren, ')'),
    ),

    // ---- tables ----

    // The last bar of a row may be missing, as the compiler has it with no more than a warning.
    table: $ => seq($.header, repeat(seq($._row_end, $.row))),

    header: $ => seq(
      alias($._bar, '|'),
      repeat(seq(optional(alias($._head, $.cell)), alias($._bar, '|'))),
      optional(alias($._head, $.cell)),
    ),

    _head: $ => repeat1(choice($.key, $.number, $.ordinal, alias($.string, $.title), $.word)),

    row: $ => seq(
      alias($._bar, '|'),
      repeat(seq(optional($.cell), alias($._bar, '|'))),
      optional($.cell),
    ),

    cell: $ => choice(
      seq(repeat1($._cell_piece), optional($.formula)),
      $.formula,
    ),

    _cell_piece: $ => choice(
      seq($.role, optional(alias($._colon, ':'))),
      $.path, $.word, $.constant, $.qualifier, alias($._comparison, $.comparison), $.number,
      $.ordinal, $.unit, $.code, $.string, $.url,
    ),

    formula: $ => seq(alias($._equals, '='), $._inline),

    // ---- prose ----

    text_block: $ => seq(
      alias($._text_open, '"""'),
      repeat(choice($.prose, $.heading, $.strong, $.link, $.interpolation)),
      alias($._text_close, '"""'),
    ),

    interpolation: $ => seq(
      alias($._left_interpolation, '{'), $._inline, alias($._right_interpolation, '}'),
    ),

    _inline: $ => seq(
      listOf(seq(optional($._comparator), $._expression), $),
      optional(seq(alias($._colon, ':'), field('format', alias($._stated, $.format)))),
    ),
  },
});
