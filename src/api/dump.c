/*
 * dump.c — the stages of the compiler made visible, for those who work on it.  Layer: api.
 */
#include "api/session.h"
#include "model/marks.h"
#include "report/report.h"

static void put_file(Buf *out, hplan_session *s, FileId id, hplan_stage stage)
{
    DiagSink unheard;
    sink_init(&unheard, &s->scratch, &s->sources);
    buf_printf(out, "# %.*s\n", STR_ARG(sources_get(&s->sources, id)->name));
    if (load_file(s, id)->tree == NULL)
        return;
    if (stage == HPLAN_STAGE_TREE)
        tree_dump(out, load_file(s, id)->tree);
    else
        tokens_dump(out, &s->scratch, &s->sources, id, &unheard);
}

/* A line a proof: where, what, how it came out, from how many figures. */
static void put_proofs(Buf *out, hplan_session *s, const Model *m)
{
    for (uint32_t i = 0; i < m->proofs.len; i++) {
        const Proof *p = &m->proofs.at[i];
        Span span = proof_span(m, p);
        Source *src = span_is_none(span) ? NULL : sources_get(&s->sources, span.file);
        Place place = src == NULL ? (Place){0, 0} : source_place(src, span.off);
        buf_printf(out, "%.*s:%u:%u %s %s %u\n", src == NULL ? 0 : (int)src->name.len,
                   src == NULL ? "" : src->name.ptr, (unsigned)place.line, (unsigned)place.column,
                   proof_kind_name(p->kind), proof_verdict_name(p->verdict),
                   (unsigned)proof_count(p));
    }
}

static void put_root(Buf *out, hplan_session *s, size_t root, hplan_stage stage)
{
    Model *m = roots_model(s, root);
    if (m == NULL)
        return;
    buf_printf(out, "# %.*s\n", STR_ARG(sources_get(&s->sources, s->roots.at[root].file)->name));
    if (stage == HPLAN_STAGE_MODEL)
        model_dump(out, m);
    else if (stage == HPLAN_STAGE_CHECKS)
        put_proofs(out, s, m);
    else if (stage == HPLAN_STAGE_MARKS)
        marks_dump(out, m);
    else
        report_dump(out, report_build(m, DOC_ROOT, report_lang(m, DOC_ROOT), true));
}

void dump_stage(Buf *out, hplan_session *s, hplan_stage stage)
{
    if (stage == HPLAN_STAGE_TOKENS || stage == HPLAN_STAGE_TREE) {
        for (FileId id = 0; id < s->files.len; id++)
            if (s->files.at[id] != NULL)
                put_file(out, s, id, stage);
        return;
    }
    for (size_t root = 0; root < s->roots.len; root++)
        put_root(out, s, root, stage);
}
