;;; hplan-test.el --- Colours, indentation and index of hplan-mode  -*- lexical-binding: t; -*-

;; Run by editors/emacs/test, in the root of the repository.

;;; Code:

(require 'ert)
(require 'hplan-mode)
(require 'imenu)

(defconst hplan-test-sample "editors/sample/eksempel.hplan")

(defconst hplan-test-classes
  '((hplan-heading . "markup.heading") (hplan-strong . "markup.bold") (hplan-link . "markup.link"))
  "Faces that do not have the name of their class.")

(defmacro hplan-test-with (file &rest body)
  "BODY in a buffer with FILE in it."
  (declare (indent 1))
  `(with-temp-buffer
     (insert-file-contents ,file)
     (hplan-mode)
     ,@body))

(defun hplan-test-class (face)
  "The class that FACE shows."
  (or (cdr (assq face hplan-test-classes))
      (string-remove-prefix "hplan-" (symbol-name face))))

(defun hplan-test-write-pieces (path)
  "Write the coloured pieces of the sample to PATH, for tests/editors/compare."
  (hplan-test-with hplan-test-sample
    (font-lock-ensure)
    (goto-char (point-min))
    (let ((lines '()))
      (while (not (eobp))
        (when-let ((face (get-text-property (point) 'face)))
          (push (format "%d\t%d\t1\t%s\n" (line-number-at-pos)
                        (1+ (- (point) (line-beginning-position))) (hplan-test-class face))
                lines))
        (forward-char))
      (write-region (string-join (nreverse lines)) nil path nil 'silent))))

(ert-deftest hplan-test-colours-line-by-line ()
  "Each line coloured on its own, as when it is typed, is coloured like the whole."
  (let ((whole (hplan-test-with hplan-test-sample (font-lock-ensure) (buffer-string))))
    (hplan-test-with hplan-test-sample
      (goto-char (point-max))
      (while (not (bobp))
        (forward-line -1)
        (save-excursion
          (font-lock-fontify-region (point) (line-end-position))))
      (should (equal-including-properties (buffer-string) whole)))))

(ert-deftest hplan-test-colours-of-faulty-plans ()
  "Whatever is typed is coloured in finite time: else the time of the whole test runs out."
  (dolist (plan (append (directory-files-recursively "tests/faulty" "\\.hplan\\'")
                        (directory-files "tests/diag" t "\\.hplan\\'")))
    (hplan-test-with plan (font-lock-ensure))))

(defun hplan-test-plans ()
  "Plans that are in form."
  (append (directory-files-recursively "examples" "\\.hplan\\'")
          (directory-files "tests/accept" t "\\.hplan\\'")))

(ert-deftest hplan-test-indentation-stays ()
  (dolist (plan (hplan-test-plans))
    (hplan-test-with plan
      (let ((before (buffer-string)) (inhibit-message t))
        (indent-region (point-min) (point-max))
        (should (equal (list plan before) (list plan (buffer-substring-no-properties
                                                      (point-min) (point-max)))))))))

(ert-deftest hplan-test-indentation-is-mended ()
  "A plan without any indentation but in its texts gets it back."
  (dolist (plan (hplan-test-plans))
    (hplan-test-with plan
      (let ((before (buffer-string)) (inhibit-message t))
        (goto-char (point-min))
        (while (not (eobp))
          (unless (hplan--in-block-p (point))
            (delete-horizontal-space))
          (forward-line 1))
        (indent-region (point-min) (point-max))
        (should (equal (list plan before) (list plan (buffer-substring-no-properties
                                                      (point-min) (point-max)))))))))

(ert-deftest hplan-test-index ()
  (hplan-test-with hplan-test-sample
    (let* ((index (hplan-imenu-index))
           (plan (cdr (assoc "Handlingsplan 2018 for stab og støtte" index)))
           (goals (cdr (assoc "Mål og tiltak" plan)))
           (goal (cdr (assoc "Ansatte har kompetansen som trengs" goals))))
      (should (assoc "Serviceavdelingen" plan))
      (should (equal '("…" "Kartlegge behovet" "More e-learning" "Mer bruk av e-læring")
                     (mapcar #'car goal)))
      (goto-char (cdr (assoc "Kartlegge behovet" goal)))
      (should (looking-at "[ ]*tiltak 1 ")))))

(ert-deftest hplan-test-comments ()
  "A sign of a comment in a cell, a string or a text begins none."
  (with-temp-buffer
    (insert "plan p \"Nr. #1\" {\n  | # | a |\n  \"\"\"\n  # en\n  \"\"\"\n} # slutt\n")
    (hplan-mode)
    (goto-char (point-min))
    (let ((comments 0))
      (while (search-forward "#" nil t)
        (when (nth 4 (syntax-ppss))
          (setq comments (1+ comments))))
      (should (= comments 1)))))

;;; hplan-test.el ends here
