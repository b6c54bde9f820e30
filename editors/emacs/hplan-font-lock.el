;;; hplan-font-lock.el --- Colours for hplan  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT

;;; Commentary:

;; What a word is depends on the statement in which it stands, so the lines are read from left to
;; right by the functions below, each of which takes what is at point and goes behind it. The
;; rules are those at the head of tools/editors/words.py, by which all editors go.

;;; Code:

(require 'hplan-words)
(require 'subr-x)
(require 'seq)

(defmacro hplan--define-faces (&rest rows)
  "Define a face for each of ROWS: class, the face it looks like, what has it."
  `(progn
     ,@(mapcar (pcase-lambda (`(,class ,parent ,text))
                 `(defface ,(intern (format "hplan-%s" class)) '((t :inherit ,parent))
                    ,text :group 'hplan))
               rows)))

(hplan--define-faces
 (comment font-lock-comment-face "Comments.")
 (kind font-lock-keyword-face "What begins a declaration.")
 (property font-lock-variable-name-face "Properties and heads of columns.")
 (enum font-lock-constant-face "Words among which a property chooses.")
 (function font-lock-function-name-face "Functions.")
 (role font-lock-preprocessor-face "Roles of rows.")
 (name default "Names.")
 (title bold "Titles of what is declared.")
 (string font-lock-string-face "Strings and links.")
 (number font-lock-constant-face "Figures and dates.")
 (unit font-lock-type-face "Units of measure.")
 (operator font-lock-builtin-face "Operators and words that qualify a figure.")
 (bar shadow "Bars of a table.")
 (code font-lock-constant-face "Codes.")
 (prose default "Texts.")
 (heading bold "Headings in a text.")
 (strong bold "Bold in a text.")
 (link link "Links in a text.")
 (interpolation font-lock-builtin-face "The braces of a value in a text."))

;;; Words

(defconst hplan--table
  (let ((table (make-hash-table :test #'equal)))
    (pcase-dolist (`(,group . ,words) hplan-words)
      (dolist (word words)
        (push group (gethash (downcase word) table))))
    table)
  "Each word or phrase, in lower case, to its groups.")

(defconst hplan--word "[[:alpha:]_][[:alnum:]_²³-]*\\(?:/[[:alpha:]][[:alnum:]_-]*\\)*"
  "A word; it may have hyphens, and a slash before a letter, in it.")

(defconst hplan--path
  (concat hplan--word "\\(?:\\.\\(?:" hplan--word "\\|[0-9]+\\(?:/[0-9]+\\)*\\|\"[^\"\n]*\"\\)\\)+")
  "Words, figures and titles parted by dots.")

(defconst hplan--blank "[ \u00a0\u2000-\u200a\u202f]")
(defconst hplan--dash "[\u2010-\u2015\u2212-]")
(defconst hplan--string "\"[^\"\n]*\"\\|[«“„][^»”“\n]*[»”“]")

(defconst hplan--date
  (concat "[0-9]\\{4\\}-[0-9][0-9]-[0-9][0-9]\\|[0-9]+\\(?:\\.[0-9]+\\)+\\|[0-9]+\\(?:/[0-9]+\\)+"
          "\\|[0-9]\\{1,3\\}\\.\\(?:[^0-9]\\|$\\)")
  "Dates, numbers of chapters, slashed codes, ordinals (and one sign more).")

(defun hplan--groups (end &rest wanted)
  "Which of the groups WANTED the text from point to END is in."
  (seq-intersection
   wanted
   (gethash (downcase (replace-regexp-in-string
                       "[ \t]+" " " (buffer-substring-no-properties (point) end)))
            hplan--table)))

(defun hplan--phrase (&rest wanted)
  "The end of the longest phrase at point in a group of WANTED, or nil."
  (let ((ends '()) (words 0))
    (save-excursion
      (while (and (< words 5) (looking-at "[[:alnum:]_²³-]+\\(?:/[[:alpha:]][[:alnum:]_-]*\\)*"))
        (goto-char (match-end 0))
        (push (point) ends)
        (when (eq (char-after) ?.)
          (forward-char)
          (push (point) ends))
        (setq words (if (zerop (skip-chars-forward " \t")) 5 (1+ words)))))
    (seq-find (lambda (end) (apply #'hplan--groups end wanted)) ends)))

(defun hplan--colour (class end)
  "Give what stands between point and END the colour of CLASS and go there.
Where CLASS is nil it gets none."
  (when class
    (put-text-property (point) end 'face class))
  (goto-char end))

(defun hplan--take (regexp class)
  "Colour what REGEXP matches at point as CLASS and go behind it.
Return nil where it does not match."
  (when (looking-at regexp)
    (hplan--colour class (match-end 0))
    t))

(defun hplan--take-phrase (class &rest wanted)
  "Like `hplan--take', for the longest phrase in one of the groups WANTED."
  (when-let ((end (apply #'hplan--phrase wanted)))
    (hplan--colour class end)
    t))

;;; Figures

(defun hplan--figure-end (start)
  "The end of the figure at START, or nil; no sign and no range."
  (save-excursion
    (goto-char start)
    (when (looking-at "[0-9]+")
      (let ((end (match-end 0)))
        (when (and (<= (- end start) 3)
                   (looking-at (concat "[0-9]+\\(?:" hplan--blank "[0-9]\\{3\\}\\)+"))
                   (not (string-match-p "[0-9]" (string (or (char-after (match-end 0)) ?x)))))
          (setq end (match-end 0)))
        (goto-char end)
        (if (looking-at ",\\(?:[0-9]+\\|-\\)") (match-end 0) end)))))

(defun hplan--take-figure (signed)
  "Colour the figure, range or date at point.
If SIGNED, a dash before it goes along."
  (let* ((start (point))
         (first (if (and signed (looking-at hplan--dash)) (1+ start) start)))
    (cond
     ((and (= first start) (looking-at hplan--date))
      (hplan--colour 'hplan-number (if (string-match-p "\\.[^0-9]?\\'" (match-string 0))
                                       (1+ (save-excursion (skip-chars-forward "0-9") (point)))
                                     (match-end 0)))
      'date)
     ((hplan--figure-end first)
      (let* ((end (hplan--figure-end first))
             (dash (save-excursion (goto-char end) (looking-at hplan--dash)))
             (second (and dash (hplan--figure-end (1+ end)))))
        (hplan--colour 'hplan-number (or second end))
        'figure)))))

(defun hplan--take-unit ()
  "Colour the unit behind the figure that ends at point."
  (let ((start (point)))
    (skip-chars-forward " \t\u00a0\u202f")
    (unless (or (hplan--take-phrase 'hplan-unit 'unit)
                (and (not (hplan--phrase 'connective)) (hplan--take hplan--word 'hplan-unit)))
      (goto-char start))))

(defun hplan--figure-follows-p (end)
  "Does a figure stand behind END?"
  (save-excursion
    (goto-char end)
    (looking-at (concat "[ \t]*" hplan--dash "?[0-9]"))))

;;; Values

(defun hplan--take-word (context)
  "Colour the word at point as CONTEXT has it.
That is choice, names, codes, text, or braces."
  (let ((qualifier (hplan--phrase 'qualifier))
        (names (memq context '(names braces))))
    (cond
     ((hplan--take "\\(?:https?://\\|mailto:\\)[^][:blank:];,\"}|\n]+" 'hplan-string))
     ((hplan--take "HP[0-9]\\{4\\}\\_>" 'hplan-code))
     ((and (looking-at (concat "\\(" hplan--word "\\(?:\\." hplan--word "\\)*\\)("))
           (hplan--colour 'hplan-function (match-end 1))))
     ((and qualifier (hplan--figure-follows-p qualifier)) (hplan--colour 'hplan-operator qualifier))
     ((looking-at "\\(?:kr\\.?\\|NOK\\)[ \t]*[0-9]")
      (hplan--take "[krnoKRNO]+\\.?" 'hplan-unit))
     ((and (eq context 'choice) (hplan--take-phrase 'hplan-enum 'choice)))
     ((hplan--take-abbreviation))
     ((hplan--take hplan--path 'hplan-name))
     ((and (eq context 'braces) (hplan--take-phrase 'hplan-number 'number)))
     ((and names (hplan--take-phrase 'hplan-operator 'connective)))
     (t (hplan--take hplan--word (and names 'hplan-name))))))

(defun hplan--take-abbreviation ()
  "Pass over `mill.kr': a unit that ends in a dot heads no path."
  (let ((end (hplan--phrase 'unit)))
    (when (and end (eq (char-before end) ?.))
      (goto-char end))))

(defun hplan--take-value (context &optional signed)
  "Colour whatever is at point in a value, as CONTEXT has it.
SIGNED is as for figures."
  (cond
   ((hplan--take hplan--string 'hplan-string))
   ((and (eq context 'codes) (hplan--take "[0-9]+\\(?:/[0-9]+\\)*\\_>" 'hplan-code)))
   ((looking-at (if signed (concat hplan--dash "?[0-9]") "[0-9]"))
    (when (eq (hplan--take-figure signed) 'figure)
      (hplan--take-unit)))
   ((looking-at "[[:alpha:]_]") (hplan--take-word context))
   ((hplan--take "[%‰]" 'hplan-unit))
   ((hplan--take "[<>]=?\\|[=+*/≤≥]" 'hplan-operator))
   ((looking-at hplan--dash) (hplan--take-dash))
   (t (forward-char))))

(defun hplan--take-dash ()
  "A dash is an operator between blanks, else the sign of the figure behind it."
  (let ((operand (memq (char-before) '(?\s ?\t ?\())))
    (cond
     ((looking-at ".[ \t]") (hplan--colour 'hplan-operator (1+ (point))))
     ((and operand (looking-at (concat hplan--dash "[0-9]"))) (hplan--take-value 'text t))
     (t (forward-char)))))

;;; Statements

(defconst hplan--property
  "\\(?:\"[^\"\n]*\"\\|[^:{}\";#\n]\\)*:"
  "The head of a property: a colon stands before anything that ends a head.")

(defun hplan--take-key ()
  "Colour a property's key and index up to its colon; the context of its value."
  (let* ((key (hplan--phrase 'choice-key 'names-key 'codes-key 'text-key))
         (groups (and key (hplan--groups key 'choice-key 'names-key 'codes-key 'text-key)))
         (code (looking-at "HP[0-9]\\{4\\}\\_>"))
         (context (cond ((or code (memq 'choice-key groups)) 'choice)
                        ((memq 'names-key groups) 'names)
                        ((memq 'codes-key groups) 'codes)
                        (key 'text)
                        ((or (looking-at "[0-9]") (hplan--phrase 'index)) 'choice)
                        (t 'text))))
    (cond (code (hplan--colour 'hplan-code (match-end 0)))
          (key (hplan--colour 'hplan-property key)))
    (while (not (eq (char-after) ?:))
      (cond ((looking-at "[0-9]") (hplan--take-figure nil))
            ((hplan--take-phrase 'hplan-enum 'index))
            ((hplan--take (concat hplan--string "\\|" hplan--word) nil))
            (t (forward-char))))
    (forward-char)
    context))

(defun hplan--kind-at-line ()
  "Does the line at point begin with a kind, or with `nytt' and a kind?"
  (save-excursion
    (back-to-indentation)
    (or (hplan--phrase 'kind)
        (when-let ((end (hplan--phrase 'connective)))
          (goto-char end)
          (skip-chars-forward " \t")
          (hplan--phrase 'kind)))))

(defun hplan--take-kind ()
  "Colour the first word of a declaration, with `nytt' before it.
A kind that nobody knows has no colour."
  (unless (hplan--phrase 'kind)
    (when (hplan--take-phrase 'hplan-operator 'connective)
      (skip-chars-forward " \t")))
  (or (hplan--take-phrase 'hplan-kind 'kind)
      (hplan--take hplan--word nil)
      (hplan--take-head)))

(defun hplan--take-head ()
  "Colour whatever is at point in the head of a declaration."
  (cond
   ((hplan--take hplan--string 'hplan-title))
   ((looking-at "[0-9]") (hplan--take-figure nil))
   ((hplan--take (concat hplan--path "\\|" hplan--word) 'hplan-name))
   (t (forward-char))))

(defun hplan--take-comment ()
  "Colour the comment at point."
  (hplan--colour 'hplan-comment (line-end-position)))

(defun hplan--code-line (context)
  "Colour the line from point on, in CONTEXT; return the context behind it.
It is nil where a statement may begin."
  (let ((formula nil) (comma nil))
    (while (progn (skip-chars-forward " \t\r") (not (eolp)))
      (let ((character (char-after)))
        (unless (eq character ?#)
          (setq comma (eq character ?,)))
        (cond
         ((eq character ?#) (hplan--take-comment))
         ((memq character '(?\{ ?\} ?\;)) (forward-char) (setq context nil formula nil))
         ((and (null context) (looking-at "\"\"\""))
          (hplan--colour 'hplan-string (match-end 0))
          (hplan--prose-line))
         ((and (null context) (eq character ?|)) (hplan--row))
         ((null context)
          (setq context (if (looking-at hplan--property) (hplan--take-key) 'head))
          (when (eq context 'head)
            (hplan--take-kind)))
         ((eq context 'head) (hplan--take-head))
         (t (setq formula (or formula (eq character ?=)))
            (hplan--take-value (if formula 'names context))))))
    (and comma (not (eq context 'head)) context)))

;;; Tables

(defconst hplan--cell-end "[ \t]*\\(?:|\\|$\\)")

(defun hplan--header-p ()
  "Is the row at point the first of its table?
Comments between rows do not part them."
  (save-excursion
    (while (and (zerop (forward-line -1)) (looking-at "[ \t]*\\(#.*\\)?$")))
    (not (looking-at "[ \t]*|"))))

(defun hplan--row ()
  "Colour the row at point up to its last bar."
  (let* ((take (if (hplan--header-p) #'hplan--take-column #'hplan--take-first))
         (end (save-excursion
                (end-of-line)
                (if (search-backward "|" (1+ (line-beginning-position)) t) (point) (point-max)))))
    (while (progn (hplan--take "|" 'hplan-bar)
                  (and (<= (point) end) (not (eolp))))
      (hplan--cell take)
      (when (eq take #'hplan--take-first)
        (setq take #'hplan--take-cell)))))

(defun hplan--cell (take)
  "Colour the cell at point up to its bar with TAKE.
Each piece is told what the one before it returned, the first is told t."
  (let ((fresh t))
    (while (progn (skip-chars-forward " \t")
                  (not (or (eolp) (eq (char-after) ?|))))
      (if (looking-at "\\\\.")
          (forward-char 2)
        (setq fresh (funcall take fresh))))))

(defun hplan--take-column (_fresh)
  "Colour a piece of a column's head."
  (cond
   ((hplan--take hplan--string 'hplan-title))
   ((looking-at "[0-9]") (hplan--take-figure nil))
   ((hplan--take ":" 'hplan-operator))
   ((hplan--take "%" 'hplan-unit))
   ((hplan--take hplan--word 'hplan-property))
   (t (forward-char)))
  nil)

(defun hplan--take-first (fresh)
  "Colour a piece of the first cell.
Where it is FRESH it may be a role or a code, else it is text."
  (let ((roles (and fresh (hplan--phrase 'role 'bare-role 'lone-role))))
    (cond
     ((not fresh) (skip-chars-forward "^|\\\\\n"))
     ((and roles (hplan--role-p roles)) (hplan--colour 'hplan-role roles))
     ((hplan--take "[0-9]+\\(?:/[0-9]+\\)*\\_>" 'hplan-code))
     ((hplan--take hplan--string 'hplan-string))
     (t (skip-chars-forward "^|\\\\\n")))
    nil))

(defun hplan--role-p (end)
  "Does the word from point to END count as a role?
Some do alone, all do before a colon."
  (let ((groups (hplan--groups end 'role 'bare-role 'lone-role)))
    (save-excursion
      (goto-char end)
      (or (and (memq 'role groups) (looking-at "[ \t]*:"))
          (and (memq 'lone-role groups) (looking-at hplan--cell-end))
          (memq 'bare-role groups)))))

(defun hplan--take-cell (fresh)
  "Colour a piece of a cell; return what the next one is.
FRESH is t for the first, `formula' where an `=' stood before it."
  (let ((end (and (eq fresh t)
                  (or (hplan--phrase 'cell)
                      (and (looking-at "\\.\\.?\\|[:…-]") (match-end 0))))))
    (cond
     ((and end (save-excursion (goto-char end) (looking-at hplan--cell-end)))
      (hplan--colour 'hplan-enum end))
     ((eq (char-after) ?=) (hplan--take "=" 'hplan-operator) (setq fresh 'formula))
     ((eq fresh 'formula) (hplan--take-value 'names))
     (t (hplan--take-value 'text (eq fresh t))))
    (if (eq fresh 'formula) 'formula nil)))

;;; Texts

(defun hplan--prose-line ()
  "Colour the rest of the line, which is in a text block.
Go behind the block if it ends here."
  (let ((end (save-excursion
               (if (search-forward "\"\"\"" (line-end-position) t)
                   (- (point) 3)
                 (line-end-position))))
        (heading (and (looking-back "^[ \t]*" (line-beginning-position))
                      (looking-at "#\\{1,6\\}[ \t]"))))
    (while (< (point) end)
      (cond
       ((hplan--take "\\\\." 'hplan-prose))
       ((eq (char-after) ?\{) (hplan--braces end))
       ((hplan--take "\\[[^]\n]*\\]([^)\n]*)" 'hplan-link))
       ((hplan--take "\\*\\*[^ \t\n*][^{\n]*?\\*\\*" 'hplan-strong))
       (t (hplan--colour (if heading 'hplan-heading 'hplan-prose) (1+ (point))))))
    (when (looking-at "\"\"\"+")
      (hplan--colour 'hplan-string (match-end 0)))))

(defun hplan--braces (end)
  "Colour a value in a text, no further than END."
  (let ((context 'braces))
    (hplan--colour 'hplan-interpolation (1+ (point)))
    (while (and (< (point) end) (not (eq (char-after) ?\})))
      (when (eq (char-after) ?=)
        (setq context 'names))
      (hplan--take-value context))
    (when (< (point) end)
      (hplan--colour 'hplan-interpolation (1+ (point))))))

;;; For font-lock

(defvar font-lock-beg)
(defvar font-lock-end)

(defun hplan-extend-region ()
  "Begin with the line in which the statement begins.
What its values are stands there."
  (save-excursion
    (goto-char font-lock-beg)
    (beginning-of-line)
    (while (and (not (bobp))
                (save-excursion (forward-line -1) (looking-at ".*,[ \t]*\\(#.*\\)?$")))
      (forward-line -1))
    (when (< (point) font-lock-beg)
      (setq font-lock-beg (point)))))

(defun hplan--fontify (limit)
  "Colour the lines from point to LIMIT. Nothing is left for font-lock to do."
  (let ((context nil) (case-fold-search t))
    (beginning-of-line)
    (while (and (< (point) limit) (not (eobp)))
      (if (eq t (nth 3 (save-excursion (syntax-ppss (point)))))
          (progn (skip-chars-forward " \t")
                 (hplan--prose-line)
                 (setq context nil)
                 (unless (eolp)
                   (setq context (hplan--code-line nil))))
        (setq context (hplan--code-line context)))
      (forward-line 1)))
  nil)

(defconst hplan-font-lock '((hplan--fontify)) "For `font-lock-defaults'.")

(provide 'hplan-font-lock)
;;; hplan-font-lock.el ends here
