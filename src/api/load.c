/*
 * load.c — from a path to a tree, and from a tree to the files it names.  Layer: api.
 *
 * In: the path of a file, or a `bruk` or `del av` statement. Out: a File with its tree, once for
 * each file whatever way leads to it; findings where a statement leads nowhere.
 *
 * Paths are relative to the file in which they stand. The canonical folder of that file is free
 * of links, so a path that steps out of the project by its text alone is refused without asking
 * whether there is such a file; one that does so by a link is refused once the link is resolved.
 */
#include "api/library.h"
#include "api/path.h"
#include "api/session.h"
#include "base/utf8.h"

#define SETTINGS "prosjekt.hplan"

enum { NEAR_NAME = 3 };

/* ---- reading -------------------------------------------------------------------------------- */

/* The one name of something that exists. */
static hplan_status canonical(hplan_session *s, Str path, Str *out)
{
    hplan_status status =
        s->host->canonical(s->host->context, path_cstr(&s->arena, path), &s->held);
    if (status != HPLAN_OK) {
        s->held = NULL;
        return status;
    }
    *out = str_dup(&s->arena, str_from(s->held));
    s->host->release(s->host->context, s->held);
    s->held = NULL;
    return HPLAN_OK;
}

hplan_status load_folder_of(hplan_session *s, Str path, Str *out)
{
    Str folder = path_folder(path);
    return canonical(s, folder.len > 0 ? folder : STR("."), out);
}

/* The text of a file, borrowed from the host until the session is closed. */
static hplan_status read_text(hplan_session *s, Str path, Str *out)
{
    const char *name = path_cstr(&s->arena, path);
    char **block = vec_push(&s->arena, &s->blocks); /* before there is anything to lose */
    size_t len = 0;
    hplan_status status = s->host->read(s->host->context, name, block, &len);
    if (status == HPLAN_OK && len > SOURCE_MAX_BYTES)
        status = HPLAN_TOO_LARGE;
    if (status != HPLAN_OK) {
        if (*block != NULL)
            s->host->release(s->host->context, *block);
        s->blocks.len--;
        return status;
    }
    *out = (Str){*block, (uint32_t)len};
    return HPLAN_OK;
}

File *load_new(hplan_session *s, Str name, Str path, Str text, FileId *id)
{
    *id = sources_add(&s->sources, name, path, text.ptr, text.len);
    while (s->files.len <= *id)
        *vec_push(&s->arena, &s->files) = NULL;
    File *file = arena_new(&s->arena, File);
    file->part_of = FILE_NONE;
    file->part_span = SPAN_NONE;
    sink_init(&file->sink, &s->arena, &s->sources);
    s->files.at[*id] = file;
    return file;
}

enum { LEADING_KINDS = 3, INITIALS = 2 * LEADING_KINDS * LANG_COUNT + 1 };

/* With which letters a declaration begins that leads to other files or to parts of the library. */
static void put_initials(char initials[INITIALS])
{
    static const Kind kinds[LEADING_KINDS] = {K_PART_OF, K_USE, K_PROJECT};
    for (int i = 0; i < LEADING_KINDS; i++) {
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            char small = vocab_term(vocab_kind_term(kinds[i]))->spelling[lang][0];
            *initials++ = small;
            *initials++ = (char)(small ^ 0x20);
        }
    }
    *initials = '\0';
}

static void parse(hplan_session *s, FileId id)
{
    File *file = load_file(s, id);
    char initials[INITIALS];
    const Source *source = sources_get(&s->sources, id);
    if (s->links_only && !links_possible(&s->scratch, (Str){source->text, source->len}))
        return;
    put_initials(initials);
    file->tree = tree_parse_leads(&s->arena, &s->sources, id, &file->sink, initials);
    bool bare = tree_child(file->tree, file->tree->root) == 0;
    if (bare && sink_count(&file->sink, SEV_ERROR) == 0) {
        Diag *d = diag_at(&file->sink, HP1026, (Span){id, 0, 0});
        if (file->tree->comments.len > 0)
            diag_label(d, L_ONLY_COMMENTS);
    } else if (bare) {
        file->lost = true; /* not a text at all: it has said so */
    }
}

/* ---- the project ---------------------------------------------------------------------------- */

static bool has_entry(hplan_session *s, Str folder, Str entry, bool file_only)
{
    const char *path = path_cstr(&s->scratch, path_join(&s->scratch, folder, entry));
    hplan_path_kind kind = s->host->kind(s->host->context, path);
    return kind == HPLAN_PATH_FILE || (!file_only && kind != HPLAN_PATH_MISSING);
}

static Str nearest_with(hplan_session *s, Str folder, Str entry, bool file_only)
{
    for (;;) {
        if (has_entry(s, folder, entry, file_only))
            return folder;
        Str up = path_folder(folder);
        if (up.len == 0 || up.len == folder.len)
            return STR_NONE;
        folder = up;
    }
}

/* The nearest folder upwards with prosjekt.hplan, else with .git (a file in a work tree), else
 * the folder itself. */
static void find_project(hplan_session *s, Str folder, Str *project, bool *settled)
{
    *project = nearest_with(s, folder, STR(SETTINGS), true);
    *settled = project->len > 0;
    if (!*settled)
        *project = nearest_with(s, folder, STR(".git"), false);
    if (project->len == 0)
        *project = folder;
}

/* ---- files that the caller names ------------------------------------------------------------ */

/* Nothing of its text was kept, so that its tree is that of an empty file. */
static void too_large(hplan_session *s, FileId id)
{
    File *file = load_file(s, id);
    parse(s, id);
    file->sink.list.len = 0;
    diag_at(&file->sink, HP1025, (Span){id, 0, 0});
    file->lost = true;
}

hplan_status load_place(hplan_session *s, Found *file, const Found *before)
{
    Str path;
    if (!path_is_sound(file->name))
        return HPLAN_MISSING;
    hplan_status status = canonical(s, file->name, &path);
    if (status != HPLAN_OK)
        return status;
    file->path = path;
    if (before != NULL && str_eq(path_folder(path), path_folder(before->path))) {
        file->project = before->project;
        file->settled = before->settled;
    } else {
        find_project(s, path_folder(path), &file->project, &file->settled);
    }
    return HPLAN_OK;
}

/* A file whose place is known. */
static hplan_status load_placed(hplan_session *s, const Found *at, FileId *out)
{
    Str name = at->name;
    Str text = STR_NONE;
    *out = sources_find(&s->sources, at->path);
    if (*out != FILE_NONE)
        return HPLAN_OK;
    hplan_status status = read_text(s, at->path, &text);
    if (status != HPLAN_OK && status != HPLAN_TOO_LARGE)
        return status;
    while (str_starts(name, STR("./")) && name.len > 2)
        name = str_slice(name, 2, name.len);
    File *file = load_new(s, name, at->path, text.ptr == NULL ? STR("") : text, out);
    file->folder = path_folder(at->path);
    file->on_disk = true;
    file->project = at->project;
    file->settled = at->settled;
    if (status == HPLAN_TOO_LARGE)
        too_large(s, *out);
    else
        parse(s, *out);
    return HPLAN_OK;
}

hplan_status load_named(hplan_session *s, Str name, FileId *out)
{
    Found file = {.name = name};
    hplan_status status = load_place(s, &file, NULL);
    return status == HPLAN_OK ? load_placed(s, &file, out) : status;
}

static MsgId cause_of(hplan_status status)
{
    switch (status) {
    case HPLAN_FOLDER: return L_IS_FOLDER;
    case HPLAN_DENIED: return L_NO_PERMISSION;
    case HPLAN_NOT_REGULAR: return L_NOT_REGULAR;
    case HPLAN_OK:
    case HPLAN_NOMEM:
    case HPLAN_MISSING:
    case HPLAN_TOO_LARGE:
    case HPLAN_UNREADABLE:
    case HPLAN_NO_PLANS:
    case HPLAN_TOO_DEEP:
    case HPLAN_NOT_WRITTEN:
    case HPLAN_UNKNOWN:
    case HPLAN_NO_TIME:
    case HPLAN_REFUSED:
    case HPLAN_MISUSE: break;
    }
    return L_READING_FAILED;
}

hplan_status load_found(hplan_session *s, const Found *found, FileId *out)
{
    Str name = found->name;
    hplan_status status =
        found->path.len > 0 ? load_placed(s, found, out) : load_named(s, name, out);
    if (status == HPLAN_OK || status == HPLAN_NOMEM)
        return status;
    File *file = load_new(s, name, name, STR(""), out);
    file->folder = file->project = path_folder(name);
    file->lost = true;
    Diag *d = diag_at(&file->sink, HP9002, (Span){*out, 0, 0});
    diag_str(d, name);
    diag_note(d, path_is_sound(name) ? cause_of(status) : L_NAME_BREAKS);
    return HPLAN_OK;
}

FileId load_bytes(hplan_session *s, Str name, const char *bytes, size_t len)
{
    enum { TAIL = 2 };
    FileId id;
    bool fits = len <= SOURCE_MAX_BYTES;
    size_t kept = fits ? len : 0;
    char *text = arena_alloc(&s->arena, kept + TAIL);
    if (kept > 0)
        memcpy(text, bytes, kept);
    memset(text + kept, 0, TAIL);
    Str canonical;
    hplan_status status = load_folder_of(s, name, &canonical);
    if (status == HPLAN_NOMEM)
        arena_out_of_memory(&s->arena);
    if (status != HPLAN_OK)
        canonical = STR("/dev/null"); /* there is nothing in it that the text could take in */
    File *file = load_new(s, name, path_join(&s->arena, canonical, path_base(name)),
                          (Str){text, (uint32_t)kept}, &id);
    file->folder = canonical;
    find_project(s, canonical, &file->project, &file->settled);
    if (fits)
        parse(s, id);
    else
        too_large(s, id);
    return id;
}

/* ---- files that a file names ---------------------------------------------------------------- */

/* Of the other plans in the folder the one whose name is nearest. A folder that a link leads to is
 * looked into only where it lies in the project. */
static Str near_name(hplan_session *s, const File *from, Str path)
{
    Names names = {0};
    Str folder, best = STR_NONE;
    uint32_t nearest = NEAR_NAME + 1;
    if (canonical(s, path_folder(path), &folder) != HPLAN_OK ||
        !path_inside(folder, from->project) || folder_names(s, folder, &names) != HPLAN_OK)
        return best;
    for (uint32_t i = 0; i < names.len; i++) {
        uint32_t distance = utf8_distance(&s->scratch, path_base(path), names.at[i], NEAR_NAME);
        if (distance < nearest && distance * 3 <= names.at[i].len) {
            nearest = distance;
            best = names.at[i];
        }
    }
    return best;
}

static void not_there(hplan_session *s, File *from, Span at, Str written, Str path, MsgId later)
{
    Diag *d = diag_at(&from->sink, HP9001, at);
    diag_str(d, written);
    Str near = near_name(s, from, path);
    if (near.len > 0) {
        diag_label(d, L_DID_YOU_MEAN);
        diag_str(d, path_join(&s->arena, path_folder(written), near));
    }
    diag_note(d, later);
}

static void outside(File *from, Span at, Str written)
{
    Diag *d = diag_at(&from->sink, HP9003, at);
    diag_str(d, written);
    diag_note(d, N_PROJECT_FOLDER);
    diag_str(d, from->project);
    diag_note(d, N_PROJECT_FILE);
}

/* How messages call a file that another one names: seen from where the user stands. */
static Str shown_name(hplan_session *s, FileId from, Str written)
{
    Str folder = path_folder(sources_get(&s->sources, from)->name);
    return path_normal(&s->arena, path_join(&s->arena, folder, written));
}

static hplan_status open_reached(hplan_session *s, FileId from, Str written, Str path, FileId *out)
{
    Str text = STR_NONE;
    hplan_status status = s->links_only ? HPLAN_OK : read_text(s, path, &text);
    if (status != HPLAN_OK && status != HPLAN_TOO_LARGE)
        return status;
    File *file =
        load_new(s, shown_name(s, from, written), path, text.ptr == NULL ? STR("") : text, out);
    file->folder = path_folder(path);
    file->on_disk = true;
    file->project = load_file(s, from)->project;
    file->settled = load_file(s, from)->settled;
    if (status == HPLAN_TOO_LARGE)
        too_large(s, *out);
    else if (!s->links_only)
        parse(s, *out);
    return HPLAN_OK;
}

/* Steps up from a file's folder to the project's, and the name of the file there. */
static Str way_to_settings(hplan_session *s, const File *from)
{
    Buf way;
    buf_init(&way, &s->arena);
    for (Str at = from->folder; !str_eq(at, from->project) && at.len > 0; at = path_folder(at))
        buf_cstr(&way, "../");
    buf_cstr(&way, SETTINGS);
    return buf_view(&way);
}

Str load_settings_path(hplan_session *s, const File *file)
{
    return file->settled ? path_join(&s->arena, file->project, STR(SETTINGS)) : STR_NONE;
}

FileId load_settings(hplan_session *s, FileId id)
{
    const File *from = load_file(s, id);
    Str path = load_settings_path(s, from);
    if (path.len == 0)
        return FILE_NONE;
    FileId found = sources_find(&s->sources, path);
    if (found == FILE_NONE &&
        open_reached(s, id, way_to_settings(s, from), path, &found) != HPLAN_OK)
        return FILE_NONE;
    File *file = load_file(s, found);
    file->taken = file->taken || found != id;
    if (!file->lost && tree_child(file->tree, file->tree->root) == 0)
        file->sink.list.len = 0; /* that there is nothing in it is no fault: it marks the folder */
    return found;
}

/* The file that a path in a file leads to, or FILE_NONE with a finding at the path. later: what is
 * checked when the file is there. */
static FileId reach(hplan_session *s, FileId from, Str written, Span at, MsgId later)
{
    File *file = load_file(s, from);
    FileId found = FILE_NONE;
    Str path = path_normal(&s->arena, path_join(&s->arena, file->folder, written));
    if (!path_inside(path, file->project)) {
        outside(file, at, written);
        return FILE_NONE;
    }
    Str real = path;
    hplan_status status = path_is_sound(written) ? canonical(s, path, &real) : HPLAN_MISSING;
    if (status == HPLAN_OK && !path_inside(real, file->project)) {
        outside(file, at, written);
        return FILE_NONE;
    }
    if (status == HPLAN_OK) {
        found = sources_find(&s->sources, real);
        if (found == FILE_NONE)
            status = open_reached(s, from, written, real, &found);
    }
    if (status == HPLAN_NOMEM)
        arena_out_of_memory(&s->arena); /* no fault of the plan's */
    if (status == HPLAN_MISSING) {
        not_there(s, file, at, written, path, later);
    } else if (status != HPLAN_OK) {
        Diag *d = diag_at(&file->sink, HP9002, at);
        diag_str(d, written);
        diag_label(d, cause_of(status));
        diag_note(d, later);
    }
    return found;
}

/* ---- statements ----------------------------------------------------------------------------- */

static NodeRef child_of_kind(const Tree *tree, NodeRef parent, NodeKind kind)
{
    NodeRef n = tree_child(tree, parent);
    while (n != 0 && tree_node(tree, n)->kind != kind)
        n = tree_next(tree, n);
    return n;
}

/* The kind of a declaration's first words, and how many of them make it. */
static uint16_t kind_of(hplan_session *s, const Tree *tree, NodeRef decl, NodeRef *after)
{
    NodeRef first = tree_child(tree, decl);
    if (first == 0 || tree_node(tree, first)->kind != N_WORD)
        return K_NONE;
    NodeRef second = tree_next(tree, first);
    bool two = second != 0 && tree_node(tree, second)->kind == N_WORD;
    Span span = tree_span(tree, first);
    if (two)
        span = span_join(span, tree_span(tree, second));
    uint32_t len = 0;
    Str words = utf8_fold(&s->scratch, span_text(&s->sources, span));
    TermId term = vocab_find_prefix(VG_KIND, words, K_FILE, &len);
    bool takes_two = len > 0 && memchr(words.ptr, ' ', len) != NULL;
    *after = takes_two && two ? tree_next(tree, second) : second;
    return term == 0 ? (uint16_t)K_NONE : vocab_term(term)->id;
}

static void part_statement(hplan_session *s, FileId id, NodeRef decl, NodeRef name)
{
    File *file = load_file(s, id);
    Span span = tree_span(file->tree, decl);
    if (!span_is_none(file->part_span)) {
        Diag *d = diag_at(&file->sink, HP9008, span);
        diag_place(d, file->part_span, L_FIRST_HERE);
        return;
    }
    file->part_span = span;
    if (name == 0 || tree_node(file->tree, name)->kind != N_STRING)
        diag_at(&file->sink, HP9006, span);
    else
        file->part_of = reach(s, id, tree_string(file->tree, name), tree_span(file->tree, name),
                              N_REST_LATER);
    file->lost = file->lost || file->part_of == FILE_NONE;
}

/* A profile of rules is a file like any other, only that it comes out of the binary. */
static FileId open_profile(hplan_session *s, Str part, Str text)
{
    Buf name;
    buf_init(&name, &s->arena);
    buf_printf(&name, "standardbibliotek/regel-%.*s.hplan", STR_ARG(part));
    Str path = path_join(&s->arena, STR("standardbibliotek:"), part); /* of no file on a disk */
    FileId id = sources_find(&s->sources, path);
    if (id == FILE_NONE) {
        File *file = load_new(s, buf_view(&name), path, text, &id);
        file->folder = file->project = STR("standardbibliotek:");
        parse(s, id);
    }
    return id;
}

static FileId library_part(hplan_session *s, File *file, Str part, Span at)
{
    Str profile;
    if (library_has(part, &profile))
        return profile.len > 0 ? open_profile(s, part, profile) : FILE_NONE;
    Diag *d = diag_at(&file->sink, HP9005, at);
    diag_str(d, part);
    Str near = library_nearest(&s->scratch, part);
    diag_label(d, near.len > 0 ? L_DID_YOU_MEAN : N_FILE_IN_QUOTES);
    diag_str(d, near.len > 0 ? near : part);
    return FILE_NONE;
}

static void use_statement(hplan_session *s, FileId id, Lead at, NodeRef name)
{
    File *file = load_file(s, id);
    uint8_t kind = name == 0 ? (uint8_t)N_NONE : tree_node(file->tree, name)->kind;
    Use use = {at.decl, FILE_NONE, at.in_body && kind != N_WORD};
    if (kind == N_STRING)
        use.target = reach(s, id, tree_string(file->tree, name), tree_span(file->tree, name),
                           N_NAMES_LATER);
    else if (kind == N_WORD)
        use.target =
            library_part(s, file, tree_text(file->tree, name), tree_span(file->tree, name));
    else
        diag_at(&file->sink, HP9006, tree_span(file->tree, at.decl));
    file->lacks = file->lacks || (kind != N_WORD && use.target == FILE_NONE);
    *vec_push(&s->arena, &file->uses) = use;
    if (use.target != FILE_NONE && use.target != id)
        load_file(s, use.target)->taken = true;
}

/* profiler: god-skikk, kommuneloven: each word is a part of the library, as after `bruk`. */
static void project_statement(hplan_session *s, FileId id, NodeRef body)
{
    File *file = load_file(s, id);
    const Tree *tree = file->tree;
    for (NodeRef n = tree_child(tree, body); n != 0; n = tree_next(tree, n)) {
        NodeRef key = tree_node(tree, n)->kind == N_PROP ? tree_child(tree, n) : 0;
        Str word = key == 0 ? STR_NONE : utf8_fold(&s->scratch, tree_text(tree, key));
        TermId term = key == 0 ? 0 : vocab_find(VG_PROP, word, K_PROJECT);
        if (term == 0 || vocab_term(term)->id != P_PROFILES)
            continue;
        for (NodeRef v = tree_next(tree, key); v != 0; v = tree_next(tree, v)) {
            if (!tree_node(tree, v)->is_value)
                continue;
            bool quoted = tree_node(tree, v)->kind == N_STRING;
            Str name = quoted ? tree_string(tree, v) : tree_text(tree, v);
            Use use = {n, library_part(s, file, name, tree_span(tree, v)), false};
            *vec_push(&s->arena, &file->uses) = use;
        }
    }
}

void load_follow(hplan_session *s, FileId id)
{
    File *file = load_file(s, id);
    if (file->followed || file->tree == NULL)
        return;
    file->followed = true;
    for (uint32_t i = 0; i < file->tree->leads.len; i++) {
        Lead at = file->tree->leads.at[i];
        NodeRef after = 0;
        uint16_t kind = kind_of(s, file->tree, at.decl, &after);
        if (kind == K_PART_OF && !at.in_body)
            part_statement(s, id, at.decl, after);
        else if (kind == K_USE)
            use_statement(s, id, at, after);
        else if (kind == K_PROJECT && !at.in_body)
            project_statement(s, id, child_of_kind(file->tree, at.decl, N_BODY));
    }
}
