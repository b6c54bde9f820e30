;;; hplan-eglot-test.el --- eglot against `hplanc lsp'  -*- lexical-binding: t; -*-

;; Run by editors/emacs/test. $PLAN is a plan with a wrong sum on line $LINE.

;;; Code:

(require 'ert)
(require 'hplan-mode)
(require 'eglot)
(require 'flymake)
(require 'xref)

(defun hplan-test-wait (what condition)
  "Let the server speak until CONDITION gives something, and return that; fail for want of WHAT."
  (let ((end (+ (float-time) 20)) (found nil))
    (while (not (or (setq found (funcall condition)) (> (float-time) end)))
      (accept-process-output nil 0.02))
    (or found (ert-fail (format "%s did not come" what)))))

(defun hplan-test-go-to (text offset)
  "Go OFFSET characters into the first TEXT."
  (goto-char (point-min))
  (search-forward text)
  (goto-char (+ (match-beginning 0) offset)))

(defun hplan-test-errors ()
  "The findings that are errors; flymake is asked again, since nobody is idle here."
  (flymake-start)
  (seq-filter (lambda (d) (eq (flymake-diagnostic-type d) 'eglot-error)) (flymake-diagnostics)))

(ert-deftest hplan-test-eglot ()
  "Findings, hover, definition, rename and format, one after another."
  (let* ((eglot-autoshutdown t) (eglot-connect-timeout 20) (inhibit-message t)
         (eglot-confirm-server-initiated-edits nil)
         (plan (find-file-noselect (getenv "PLAN")))
         (line (string-to-number (getenv "LINE"))))
    (with-current-buffer plan
      (apply #'eglot (eglot--guess-contact))
      (let ((found (hplan-test-wait "a finding" #'hplan-test-errors)))
        (should (= 1 (length found)))
        (should (string-match-p "Summen stemmer ikke" (flymake-diagnostic-text (car found))))
        (goto-char (flymake-diagnostic-beg (car found)))
        (should (= line (line-number-at-pos)))
        (should (looking-at-p "38 228 737")))

      (hplan-test-go-to "av: ramme.2018" 6)
      (should (string-match-p "38 228 737"
                              (format "%s" (jsonrpc-request
                                            (eglot--current-server-or-lose) :textDocument/hover
                                            (eglot--TextDocumentPositionParams)))))

      (hplan-test-go-to "om personal" 3)
      (let ((place (xref-item-location
                    (car (xref-backend-definitions 'eglot (xref-backend-identifier-at-point
                                                           'eglot))))))
        (with-current-buffer (marker-buffer (xref-location-marker place))
          (should (equal "organisasjon.hplan" (file-name-nondirectory buffer-file-name)))
          (goto-char (xref-location-marker place))
          (should (string-match-p "avdeling personal" (thing-at-point 'line)))))

      (hplan-test-go-to "om personal" 3)
      (eglot-rename "folk-og-lønn")
      (goto-char (point-min))
      (should (search-forward "om folk-og-lønn" nil t))
      (should-not (save-excursion (goto-char (point-min)) (search-forward "om personal" nil t)))
      (with-current-buffer "organisasjon.hplan"
        (goto-char (point-min))
        (should (search-forward "avdeling folk-og-lønn \"Personalavdelingen\"" nil t)))

      (let ((before (buffer-string)))
        (hplan-test-go-to "av: ramme.2018" 3)
        (insert "    ")
        (eglot-format-buffer)
        (should (equal (substring-no-properties before)
                       (buffer-substring-no-properties (point-min) (point-max)))))
      (eglot-shutdown (eglot--current-server-or-lose) nil 5))))

;;; hplan-eglot-test.el ends here
