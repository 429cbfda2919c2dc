;; What a user does in a session of Emacs; what is seen is printed as JSON, by line.
(require 'eglot)

(setq eglot-sync-connect 15
      eglot-confirm-server-edits nil) ; nobody is here to be asked

(defun wait-for (seen)
  (let ((end (+ (float-time) 20)))
    (while (and (not (funcall seen)) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or (funcall seen) (error "Never: %S" seen))))

(defun tell (name value)
  (princ (concat (json-encode (list (cons name value))) "\n")))

(defun titles ()
  (mapcar (lambda (action) (plist-get action :title))
          (eglot-code-actions (point-min) (point-max))))

(defun begin (file)
  (find-file file)
  (run-hooks 'post-command-hook) ; eglot connects after the command, and this is none
  (wait-for #'eglot-managed-p))

(begin "a.prompt")
(wait-for #'flymake-diagnostics)
(tell 'found (mapcar (lambda (found)
                       (vector (flymake-diagnostic-text found)
                               (flymake-diagnostic-beg found)
                               (flymake-diagnostic-end found)))
                     (flymake-diagnostics)))
(tell 'actions (titles))
(goto-char (flymake-diagnostic-beg (car (flymake-diagnostics))))
(let (manual)
  (eglot-hover-eldoc-function (lambda (text &rest _) (setq manual text)))
  (tell 'manual (substring-no-properties (wait-for (lambda () manual)))))
(set-buffer-modified-p t)
(save-buffer)
(tell 'saved (buffer-string))

(begin "b.prompt")
(prompt-lsp-improve "Answer in JSON")
(wait-for #'buffer-modified-p)
(tell 'improved (buffer-string))
(eglot-code-actions (point-min) (point-max) "refactor.rewrite.templatize" t)
(wait-for (lambda () (string-match-p "{{" (buffer-string))))
(tell 'template (buffer-string))

(find-file "c.prompt")
(goto-char (1- (point-max)))
(insert " at once")
(save-buffer)
