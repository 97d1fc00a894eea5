/* table_writer.c — plain initialisers, one row a line.   [geodata]
 *
 * Plain, because they compile in a moment and need neither relocation of numbers nor code at start.
 */
#include "table_writer.h"

/* Short numbers stand several to a line. */
#define PER_LINE 8

static void append_text(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\') {
            g_string_append_c(out, '\\');
        }
        g_string_append_c(out, *c);
    }
    g_string_append(out, "\", ");
}

static void append_degrees(GString *out, double degrees)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append(out, g_ascii_formatd(number, sizeof number, "%.6f", degrees));
}

static void begin(GString *out, const char *type, const char *name)
{
    g_string_append_printf(out, "\nstatic const %s %s[] = {\n", type, name);
}

static void end(GString *out)
{
    g_string_append(out, "};\n");
}

/* Ends an entry; breaks the line after every eighth. */
static void end_entry(GString *out, guint32 index)
{
    g_string_append(out, index % PER_LINE == PER_LINE - 1 ? ",\n" : ", ");
}

static void append_municipalities(GString *out, const ik_territory *territory)
{
    begin(out, "ik_municipality", "MUNICIPALITIES");
    for (guint32 i = 0; i < territory->n_municipalities; i++) {
        const ik_municipality *m = &territory->municipalities[i];
        g_string_append_c(out, '{');
        append_text(out, m->ags);
        append_text(out, m->name);
        append_text(out, m->kind);
        g_string_append_printf(out, "%u, %u, %u, ", m->district, m->region, m->population);
        append_text(out, m->population_source);
        g_string_append_c(out, '{');
        append_degrees(out, m->label.lon);
        g_string_append(out, ", ");
        append_degrees(out, m->label.lat);
        g_string_append(out, "}},\n");
    }
    end(out);
}

static void append_districts(GString *out, const ik_territory *territory)
{
    begin(out, "ik_district", "DISTRICTS");
    for (guint32 i = 0; i < territory->n_districts; i++) {
        const ik_district *d = &territory->districts[i];
        g_string_append_c(out, '{');
        append_text(out, d->code);
        append_text(out, d->name);
        append_text(out, d->kind);
        g_string_append(out, "},\n");
    }
    end(out);
}

static void append_regions(GString *out, const ik_territory *territory)
{
    begin(out, "ik_region", "REGIONS");
    for (guint32 i = 0; i < territory->n_regions; i++) {
        const ik_region *r = &territory->regions[i];
        g_string_append_c(out, '{');
        append_text(out, r->id);
        g_string_append_printf(out, "%u, ", r->number);
        append_text(out, r->name);
        append_text(out, r->agency);
        g_string_append(out, "},\n");
    }
    end(out);
}

static void append_postcodes(GString *out, const ik_territory *territory)
{
    guint32 n_references = 0;
    begin(out, "ik_postcode", "POSTCODES");
    for (guint32 i = 0; i < territory->n_postcodes; i++) {
        const ik_postcode *p = &territory->postcodes[i];
        g_string_append_c(out, '{');
        append_text(out, p->code);
        g_string_append_printf(out, "%u, %u}", p->first, p->count);
        end_entry(out, i);
        n_references = MAX(n_references, p->first + p->count);
    }
    end(out);
    begin(out, "guint32", "POSTCODE_MUNICIPALITIES");
    for (guint32 i = 0; i < n_references; i++) {
        g_string_append_printf(out, "%u", territory->postcode_municipalities[i]);
        end_entry(out, i);
    }
    end(out);
}

static void append_attributions(GString *out, const ik_territory *territory)
{
    begin(out, "ik_attribution", "ATTRIBUTIONS");
    for (guint32 i = 0; i < territory->n_attributions; i++) {
        const ik_attribution *a = &territory->attributions[i];
        const char *texts[] = {a->source, a->text_de, a->text_en, a->licence, a->url};
        g_string_append_c(out, '{');
        for (gsize k = 0; k < G_N_ELEMENTS(texts); k++) {
            append_text(out, texts[k]);
        }
        g_string_append(out, "},\n");
    }
    end(out);
}

static void append_arcs(GString *out, const ik_topology *borders)
{
    begin(out, "ik_fixed_lonlat", "POINTS");
    for (uint32_t i = 0; i < borders->n_points; i++) {
        g_string_append_printf(out, "{%d, %d}", borders->points[i].lon_e6,
                               borders->points[i].lat_e6);
        end_entry(out, i);
    }
    end(out);
    begin(out, "ik_arc", "ARCS");
    for (uint32_t i = 0; i < borders->n_arcs; i++) {
        const ik_arc *arc = &borders->arcs[i];
        g_string_append_printf(out, "{%u, %u, %uu, %uu}", arc->first, arc->count, arc->left,
                               arc->right);
        end_entry(out, i);
    }
    end(out);
}

static void append_faces(GString *out, const ik_topology *borders)
{
    begin(out, "ik_arc_ref", "REFS");
    for (uint32_t i = 0; i < borders->n_refs; i++) {
        g_string_append_printf(out, "%d", borders->refs[i]);
        end_entry(out, i);
    }
    end(out);
    begin(out, "ik_ring", "RINGS");
    for (uint32_t i = 0; i < borders->n_rings; i++) {
        const ik_ring *ring = &borders->rings[i];
        g_string_append_printf(out, "{%u, %u, %s}", ring->first, ring->count,
                               ring->is_hole ? "true" : "false");
        end_entry(out, i);
    }
    end(out);
    begin(out, "ik_face", "FACES");
    for (uint32_t i = 0; i < borders->n_faces; i++) {
        g_string_append_printf(out, "{%u, %u}", borders->faces[i].first, borders->faces[i].count);
        end_entry(out, i);
    }
    end(out);
}

static const char TERRITORY[] =
    "\nstatic const ik_topology BORDERS = {\n"
    "    .points = POINTS, .arcs = ARCS, .refs = REFS, .rings = RINGS, .faces = FACES,\n"
    "    .n_points = G_N_ELEMENTS(POINTS), .n_arcs = G_N_ELEMENTS(ARCS),\n"
    "    .n_refs = G_N_ELEMENTS(REFS), .n_rings = G_N_ELEMENTS(RINGS),\n"
    "    .n_faces = G_N_ELEMENTS(FACES),\n"
    "};\n"
    "\nconst ik_territory ik_builtin_territory = {\n"
    "    .municipalities = MUNICIPALITIES, .districts = DISTRICTS, .regions = REGIONS,\n"
    "    .postcodes = POSTCODES, .postcode_municipalities = POSTCODE_MUNICIPALITIES,\n"
    "    .attributions = ATTRIBUTIONS, .borders = &BORDERS,\n"
    "    .n_municipalities = G_N_ELEMENTS(MUNICIPALITIES),\n"
    "    .n_districts = G_N_ELEMENTS(DISTRICTS), .n_regions = G_N_ELEMENTS(REGIONS),\n"
    "    .n_postcodes = G_N_ELEMENTS(POSTCODES), .n_attributions = G_N_ELEMENTS(ATTRIBUTIONS),\n"
    "};\n";

void ik_table_writer_append(GString *out, const ik_territory *territory)
{
    g_string_append(out, "/* Written by ik_compile_builtin from the tables of geodata/. */\n"
                         "#include \"builtin_tables.h\"\n");
    append_municipalities(out, territory);
    append_districts(out, territory);
    append_regions(out, territory);
    append_postcodes(out, territory);
    append_attributions(out, territory);
    append_arcs(out, territory->borders);
    append_faces(out, territory->borders);
    g_string_append(out, TERRITORY);
}
