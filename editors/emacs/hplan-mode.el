;;; hplan-mode.el --- Major mode for hplan, the language of municipal plans  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "28.1"))
;; Keywords: languages
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Colours (hplan-font-lock.el), indentation as `hplanc fmt' has it, an index of what is declared,
;; `hplanc check' as the compile command, and `hplanc lsp' as eglot's server for the mode:
;;
;;   (add-to-list 'load-path ".../editors/emacs")
;;   (require 'hplan-mode)
;;   (add-hook 'hplan-mode-hook #'eglot-ensure)

;;; Code:

(require 'hplan-font-lock)

(defgroup hplan nil
  "Municipal plans as text."
  :group 'languages)

(defcustom hplan-program "hplanc"
  "The compiler, by name or path."
  :type 'string)

(defcustom hplan-indent-offset 2
  "How far a body stands further in than what has it."
  :type 'integer
  :safe #'integerp)

;;; Syntax

(defvar hplan-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "." table)
    (modify-syntax-entry ?' "." table)
    (modify-syntax-entry ?- "_" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?| "." table)
    table)
  "Quotation marks are ordinary signs here.
`hplan--propertize' says which of them hold a text.")

(defun hplan--mark-block ()
  "Make the three marks just matched the fence of a text block."
  (let* ((start (match-beginning 0))
         (state (save-excursion (syntax-ppss start))))
    (unless (nth 4 state)
      (let ((fence (if (nth 3 state) (+ start 2) start)))
        (put-text-property fence (1+ fence) 'syntax-table (string-to-syntax "|"))))))

(defun hplan--mark-cells ()
  "A sign of a comment between the bars of a row is text."
  (save-excursion
    (goto-char (match-beginning 0))
    (while (search-forward "#" (match-end 0) t)
      (put-text-property (1- (point)) (point) 'syntax-table (string-to-syntax ".")))))

(defun hplan--propertize (start end)
  "Give quotation marks and `#' between START and END their meaning."
  (goto-char start)
  (funcall
   (syntax-propertize-rules
    ("\"\"\"" (0 (ignore (hplan--mark-block))))
    ("^[ \t]*|.*|" (0 (ignore (save-match-data (hplan--mark-cells)))))
    ("\\(\"\\)[^\"\n]+\\(\"\\)" (1 "\"") (2 "\"")))
   (point) end))

(defun hplan--in-block-p (position)
  "Is POSITION in a text block?"
  (eq t (nth 3 (save-excursion (syntax-ppss position)))))

;;; Indentation

(defun hplan--bare-line ()
  "The line at point without comments, strings and cells."
  (let* ((line (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
         (line (replace-regexp-in-string "\\`[ \t]*|.*|" "" line))
         (line (replace-regexp-in-string "\"\"\"\\|\"[^\"]*\"" "\"\"" line)))
    (string-trim (replace-regexp-in-string "#.*\\'" "" line))))

(defun hplan--previous-line ()
  "Go to the nearest line above that belongs to a statement.
Return nil where there is none."
  (let ((found nil))
    (while (and (not found) (zerop (forward-line -1)))
      (setq found (not (looking-at "[ \t]*\\(#.*\\)?$"))))
    found))

(defun hplan--statement-start ()
  "Go from a line of a statement to its first; return what stands in them."
  (let ((code (hplan--bare-line)) (start (point)))
    (unless (string-match-p "\"\"\"" (buffer-substring (point) (line-end-position)))
      (while (and (hplan--previous-line)
                  (string-suffix-p "," (hplan--bare-line)))
        (setq code (concat (hplan--bare-line) " " code)
              start (point))))
    (goto-char start)
    code))

(defun hplan--count (character string)
  "How often CHARACTER stands in STRING."
  (seq-count (lambda (c) (eq c character)) string))

(defun hplan--indentation ()
  "The column at which the line at point should begin.
It is nil where that is the author's choice."
  (save-excursion
    (beginning-of-line)
    (unless (hplan--in-block-p (point))
      (let ((closes (looking-at "[ \t]*}")))
        (if (not (hplan--previous-line))
            0
          (let* ((goes-on (string-suffix-p "," (hplan--bare-line)))
                 (code (replace-regexp-in-string "\\`[ \t}]*" "" (hplan--statement-start)))
                 (deeper (> (hplan--count ?{ code) (hplan--count ?} code)))
                 (steps (if goes-on 2 (- (if deeper 1 0) (if closes 1 0)))))
            (max 0 (+ (current-indentation) (* steps hplan-indent-offset)))))))))

(defun hplan-indent-line ()
  "Indent the line at point as `hplanc fmt' does."
  (let ((column (hplan--indentation)))
    (cond ((null column) 'noindent)
          ((<= (current-column) (current-indentation)) (indent-line-to column))
          (t (save-excursion (indent-line-to column))))))

;;; Index

(defconst hplan--declaration
  (concat "^[ \t]*\\(?:[[:alpha:]]+[ \t]+\\)?" hplan--word "[^:|#{\"\n]*\"\\([^\"\n]+\\)\"")
  "A declaration with a title.")

(defun hplan-imenu-index ()
  "What is declared with a title: each under what it stands in."
  (let ((found '()))
    (save-excursion
      (goto-char (point-min))
      (while (re-search-forward hplan--declaration nil t)
        (let ((title (match-string-no-properties 1)) (start (match-beginning 0)))
          (save-excursion
            (goto-char start)
            (unless (or (hplan--in-block-p start) (not (hplan--kind-at-line)))
              (push (list (current-indentation) title (point-marker)) found))))))
    (car (hplan--index-tree (nreverse found) -1))))

(defun hplan--index-tree (entries column)
  "The index of the first of ENTRIES that stand further in than COLUMN.
The entries left over are in the cdr."
  (let ((tree '()))
    (while (and entries (> (caar entries) column))
      (pcase-let* ((`(,own ,title ,place) (pop entries))
                   (`(,children . ,rest) (hplan--index-tree entries own)))
        (setq entries rest)
        (push (if children (cons title (cons (cons "…" place) children)) (cons title place)) tree)))
    (cons (nreverse tree) entries)))

;;; Commands

(defun hplan-explain (code)
  "Show the long story of CODE, such as HP4001; by default the one at point."
  (interactive
   (list (let ((at-point (thing-at-point 'symbol t)))
           (read-string "Code: " (and at-point (string-match-p "\\`HP[0-9]+\\'" at-point)
                                      at-point)))))
  (with-help-window "*hplan*"
    (call-process hplan-program nil standard-output nil "explain" code)))

(defun hplan--server (&rest _)
  "The server for eglot."
  (list hplan-program "lsp"))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(hplan-mode . hplan--server)))

(defvar hplan-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-e") #'hplan-explain)
    (define-key map (kbd "C-c C-c") #'compile)
    map)
  "Keys of `hplan-mode'.")

;;;###autoload
(define-derived-mode hplan-mode prog-mode "hplan"
  "Major mode for hplan, the language of municipal plans."
  (setq-local comment-start "# "
              comment-start-skip "#+[ \t]*"
              indent-tabs-mode nil
              indent-line-function #'hplan-indent-line
              electric-indent-chars (append "}" electric-indent-chars)
              imenu-create-index-function #'hplan-imenu-index
              syntax-propertize-function #'hplan--propertize
              parse-sexp-lookup-properties t
              font-lock-multiline t
              font-lock-defaults '((hplan-font-lock) t t)
              compile-command (concat hplan-program " check "
                                      (if buffer-file-name
                                          (shell-quote-argument
                                           (file-name-nondirectory buffer-file-name))
                                        ".")))
  (add-hook 'font-lock-extend-region-functions #'hplan-extend-region nil t))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.hplan\\'" . hplan-mode))

(provide 'hplan-mode)
;;; hplan-mode.el ends here
