/* fault.c — lists of faults and the sentences that explain them.   [base] */
#include <ideenkarte/fault.h>

#include <ideenkarte/text.h>
#include <string.h>

enum { SHOWN_CHARACTERS = 80 };

static void fault_free(gpointer data)
{
    ik_fault *fault = data;
    g_free(fault->field);
    g_free(fault->read);
    g_free(fault->expected);
    g_free(fault);
}

/* Line breaks and other controls become blanks, marks that would turn the text round U+FFFD. */
static gunichar shown_character(gunichar c)
{
    switch (g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR: return ' ';
    case G_UNICODE_FORMAT: return 0xFFFD;
    default: return c;
    }
}

/* What was read may be anything, up to a field of megabytes: only the part that is shown is
 * looked at. */
static char *shorten(const char *text)
{
    if (text == NULL)
        return NULL;
    GString *shown = g_string_new(NULL);
    gsize cut = 0;
    for (guint n = 0; *text != '\0'; n++) {
        gunichar c = g_utf8_get_char_validated(text, -1);
        bool valid = c < (gunichar)-2;
        if (n == SHOWN_CHARACTERS - 1)
            cut = shown->len;
        if (n == SHOWN_CHARACTERS) {
            g_string_truncate(shown, cut);
            g_string_append(shown, "…");
            break;
        }
        g_string_append_unichar(shown, valid ? shown_character(c) : 0xFFFD);
        text = valid ? g_utf8_next_char(text) : text + 1;
    }
    return g_string_free(shown, FALSE);
}

static const ik_fault *find(const ik_faults *faults, const char *code, const char *field)
{
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        const ik_fault *fault = ik_faults_get(faults, i);
        if (strcmp(fault->code, code) == 0 && g_strcmp0(fault->field, field) == 0)
            return fault;
    }
    return NULL;
}

void ik_faults_add(ik_faults *faults, const char *code, const char *field, const char *read,
                   const char *expected, int penalty)
{
    g_assert(penalty >= 0 && penalty <= 100);
    if (find(faults, code, field) != NULL)
        return;
    if (faults->items == NULL)
        faults->items = g_ptr_array_new_with_free_func(fault_free);
    ik_fault *fault = g_new(ik_fault, 1);
    *fault = (ik_fault){.code = g_intern_string(code),
                        .field = g_strdup(field),
                        .read = shorten(read),
                        .expected = g_strdup(expected),
                        .penalty = penalty};
    g_ptr_array_add(faults->items, fault);
}

bool ik_faults_has(const ik_faults *faults, const char *code)
{
    for (guint i = 0; i < ik_faults_count(faults); i++)
        if (strcmp(ik_faults_get(faults, i)->code, code) == 0)
            return true;
    return false;
}

guint ik_faults_count(const ik_faults *faults)
{
    return faults->items == NULL ? 0 : faults->items->len;
}

const ik_fault *ik_faults_get(const ik_faults *faults, guint index)
{
    g_assert(index < ik_faults_count(faults));
    return g_ptr_array_index(faults->items, index);
}

int ik_faults_penalty(const ik_faults *faults)
{
    int sum = 0;
    for (guint i = 0; i < ik_faults_count(faults); i++)
        sum += ik_faults_get(faults, i)->penalty;
    return sum;
}

void ik_faults_append(ik_faults *faults, const ik_faults *from)
{
    guint n = ik_faults_count(from); /* fixed first: both may be the same list */
    for (guint i = 0; i < n; i++) {
        const ik_fault *fault = ik_faults_get(from, i);
        ik_faults_add(faults, fault->code, fault->field, fault->read, fault->expected,
                      fault->penalty);
    }
}

void ik_faults_soften(ik_faults *faults, const char *code, int penalty)
{
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        ik_fault *fault = faults->items->pdata[i];
        if (strcmp(fault->code, code) == 0)
            fault->penalty = MIN(fault->penalty, penalty);
    }
}

void ik_faults_remove(ik_faults *faults, const char *code)
{
    for (guint i = ik_faults_count(faults); i > 0; i--)
        if (strcmp(ik_faults_get(faults, i - 1)->code, code) == 0)
            g_ptr_array_remove_index(faults->items, i - 1);
}

char *ik_faults_codes(const ik_faults *faults, const char *separator)
{
    GString *codes = g_string_new(NULL);
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        if (i > 0)
            g_string_append(codes, separator);
        g_string_append(codes, ik_faults_get(faults, i)->code);
    }
    return g_string_free(codes, FALSE);
}

char *ik_fault_sentence(const ik_fault *fault, const char *language)
{
    g_autofree char *key = g_strconcat("fault.", fault->code, NULL);
    g_autofree char *alone = g_strconcat(key, ".alone", NULL);
    const bool is_alone = fault->expected == NULL && ik_text_has(alone);
    return ik_text_format(language, is_alone ? alone : key, "read",
                          fault->read != NULL ? fault->read : "–", "expected",
                          fault->expected != NULL ? fault->expected : "–", NULL);
}

char *ik_faults_sentences(const ik_faults *faults, const char *language)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < ik_faults_count(faults); i++) {
        g_autofree char *sentence = ik_fault_sentence(ik_faults_get(faults, i), language);
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "", sentence);
    }
    return g_string_free(out, FALSE);
}

void ik_faults_clear(ik_faults *faults)
{
    if (faults == NULL)
        return;
    g_clear_pointer(&faults->items, g_ptr_array_unref);
}
