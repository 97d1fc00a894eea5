/* font_stack.c — the installed fonts behind the names of a style's text-font.   [glyphs]
 *
 * FreeType's own scaling rounds to a 64th of a pixel and may hint: outlines are read in font units and scaled here.
 */
#include "font_stack.h"

#include <fontconfig/fontconfig.h>
#include <freetype/freetype.h>
#include <freetype/ftoutln.h>
#include <ft2build.h>
#include <ideenkarte/error.h>
#include <string.h>

typedef struct {
    FT_Face face;
    double scale; /* pixels a font unit */
} font;

struct ik_font_stack {
    FT_Library library;
    GArray *fonts; /* of font */
};

/* A name taken apart. */
typedef struct {
    char *family; /* owned */
    int weight, slant;
} font_name;

static const struct {
    const char *word;
    int weight; /* of fontconfig; -1: the word says nothing about it */
    int slant;
} font_words[] = {{"Regular", FC_WEIGHT_REGULAR, -1},   {"Bold", FC_WEIGHT_BOLD, -1},
                  {"Italic", -1, FC_SLANT_ITALIC},      {"Light", FC_WEIGHT_LIGHT, -1},
                  {"Medium", FC_WEIGHT_MEDIUM, -1},     {"SemiBold", FC_WEIGHT_DEMIBOLD, -1},
                  {"Semibold", FC_WEIGHT_DEMIBOLD, -1}, {"Black", FC_WEIGHT_BLACK, -1}};

/* ---- names ---- */

/* Takes the last word off the family when it is one of the list. */
static bool take_word(font_name *name)
{
    char *blank = strrchr(name->family, ' ');
    for (gsize i = 0; blank != NULL && i < G_N_ELEMENTS(font_words); i++) {
        if (!g_str_equal(blank + 1, font_words[i].word))
            continue;
        name->weight = font_words[i].weight < 0 ? name->weight : font_words[i].weight;
        name->slant = font_words[i].slant < 0 ? name->slant : font_words[i].slant;
        *blank = '\0';
        return true;
    }
    return false;
}

static font_name read_name(const char *text)
{
    font_name name = {g_strdup(text), FC_WEIGHT_REGULAR, FC_SLANT_ROMAN};
    while (take_word(&name))
        ;
    return name;
}

/* ---- opening ---- */

static FcPattern *match(const font_name *name)
{
    FcResult result;
    FcPattern *wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)name->family);
    FcPatternAddInteger(wanted, FC_WEIGHT, name->weight);
    FcPatternAddInteger(wanted, FC_SLANT, name->slant);
    FcPatternAddBool(wanted, FC_OUTLINE, FcTrue);
    FcConfigSubstitute(NULL, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcPattern *found = FcFontMatch(NULL, wanted, &result);
    FcPatternDestroy(wanted);
    return found;
}

/* Fontconfig answers with another font rather than none. */
static bool is_family(const FcPattern *found, const char *family)
{
    FcChar8 *text;
    for (int i = 0; FcPatternGetString(found, FC_FAMILY, i, &text) == FcResultMatch; i++)
        if (g_str_equal((const char *)text, family))
            return true;
    return false;
}

static bool open_face(ik_font_stack *stack, const FcPattern *found, GError **error)
{
    FcChar8 *path = NULL;
    int index = 0;
    font f = {0};
    FcPatternGetString(found, FC_FILE, 0, &path);
    FcPatternGetInteger(found, FC_INDEX, 0, &index);
    FT_Error failure = FT_New_Face(stack->library, (const char *)path, index, &f.face);
    if (failure != 0 || f.face->units_per_EM == 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_IO, "font %s: FreeType cannot read it (code %d)",
                    (const char *)path, failure);
        return false;
    }
    f.scale = (double)IK_GLYPH_SIZE_PX / f.face->units_per_EM;
    g_array_append_val(stack->fonts, f);
    return true;
}

static bool open_name(ik_font_stack *stack, const font_name *name, GError **error)
{
    FcPattern *found = match(name);
    bool is_there = found != NULL && is_family(found, name->family);
    if (!is_there)
        g_set_error(error, IK_ERROR, IK_ERROR_NOT_FOUND, "font \"%s\" is not installed",
                    name->family);
    bool is_open = is_there && open_face(stack, found, error);
    if (found != NULL)
        FcPatternDestroy(found);
    return is_open;
}

/* The sister is upright: Arabic letters have no italics. */
static bool open_arabic(ik_font_stack *stack, const font_name *name, GError **error)
{
    char family[] = "Noto Sans Arabic";
    const font_name sister = {family, name->weight, FC_SLANT_ROMAN};
    return !g_str_equal(name->family, "Noto Sans") || open_name(stack, &sister, error);
}

static bool open_all(ik_font_stack *stack, char **names, GError **error)
{
    for (char **text = names; *text != NULL; text++) {
        font_name name = read_name(*text);
        bool is_open = open_name(stack, &name, error);
        g_free(name.family);
        if (!is_open)
            return false;
    }
    font_name first = read_name(names[0]);
    bool is_open = open_arabic(stack, &first, error);
    g_free(first.family);
    return is_open;
}

ik_font_stack *ik_font_stack_open(const char *names, GError **error)
{
    g_auto(GStrv) list = g_strsplit(names, ",", -1);
    g_autoptr(ik_font_stack) stack = g_new0(ik_font_stack, 1);
    g_assert(list[0] != NULL);
    stack->fonts = g_array_new(FALSE, FALSE, sizeof(font));
    if (FT_Init_FreeType(&stack->library) != 0) {
        g_set_error(error, IK_ERROR, IK_ERROR_INTERNAL, "FreeType does not start");
        return NULL;
    }
    return open_all(stack, list, error) ? g_steal_pointer(&stack) : NULL;
}

void ik_font_stack_close(ik_font_stack *stack)
{
    if (stack == NULL)
        return;
    for (guint i = 0; i < stack->fonts->len; i++)
        FT_Done_Face(g_array_index(stack->fonts, font, i).face);
    if (stack->library != NULL)
        FT_Done_FreeType(stack->library);
    g_array_unref(stack->fonts);
    g_free(stack);
}

double ik_font_stack_ascender(const ik_font_stack *stack)
{
    const font *f = &g_array_index(stack->fonts, font, 0);
    return f->face->ascender * f->scale;
}

/* ---- drawing ---- */

typedef struct {
    ik_outline *outline;
    double scale;
} pen;

static ik_outline_point place(const pen *p, const FT_Vector *at)
{
    return (ik_outline_point){(double)at->x * p->scale, (double)at->y * p->scale};
}

static int move_to(const FT_Vector *to, void *data)
{
    const pen *p = data;
    ik_outline_move(p->outline, place(p, to));
    return 0;
}

static int line_to(const FT_Vector *to, void *data)
{
    const pen *p = data;
    ik_outline_line(p->outline, place(p, to));
    return 0;
}

static int conic_to(const FT_Vector *control, const FT_Vector *to, void *data)
{
    const pen *p = data;
    ik_outline_quadratic(p->outline, place(p, control), place(p, to));
    return 0;
}

static int cubic_to(const FT_Vector *first, const FT_Vector *second, const FT_Vector *to,
                    void *data)
{
    const pen *p = data;
    ik_outline_cubic(p->outline, place(p, first), place(p, second), place(p, to));
    return 0;
}

static const FT_Outline_Funcs pen_functions = {move_to, line_to, conic_to, cubic_to, 0, 0};

static void draw(const font *f, ik_outline *outline)
{
    pen p = {outline, f->scale};
    ik_outline_reset(outline);
    if (f->face->glyph->format == FT_GLYPH_FORMAT_OUTLINE)
        FT_Outline_Decompose(&f->face->glyph->outline, &pen_functions, &p);
    ik_outline_close(outline);
}

bool ik_font_stack_draw(ik_font_stack *stack, gunichar character, ik_outline *outline,
                        ik_font_glyph *glyph)
{
    for (guint i = 0; i < stack->fonts->len; i++) {
        const font *f = &g_array_index(stack->fonts, font, i);
        FT_UInt number = FT_Get_Char_Index(f->face, character);
        if (number == 0 || FT_Load_Glyph(f->face, number, FT_LOAD_NO_SCALE) != 0)
            continue;
        draw(f, outline);
        glyph->advance = (double)f->face->glyph->metrics.horiAdvance * f->scale;
        return true;
    }
    return false;
}
