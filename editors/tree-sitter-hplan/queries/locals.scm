; A name is declared in the body around it and can be seen from everywhere in that; the first
; part of a path refers to one.

(source_file) @local.scope
(body) @local.scope

(declaration name: (name) @local.definition)

(value (name) @local.reference)
(value (path) @local.reference)
(binary (name) @local.reference)
(binary (path) @local.reference)
(call (name) @local.reference)
(call (path) @local.reference)
(interpolation (name) @local.reference)
(interpolation (path) @local.reference)
