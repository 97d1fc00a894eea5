/* attribution.h — whom the data come from, for every output that shows them.   [site] */
#ifndef IK_ATTRIBUTION_H
#define IK_ATTRIBUTION_H

#include <ideenkarte/territory.h>

#include "json_writer.h"

/* An array of {text, text_en, licence, url}. */
void ik_attribution_put_json(ik_json_writer *writer, const ik_territory *territory);

/* One line of HTML with links, as TileJSON wants it; in German or English, as ik_text_fallback says. Appends. */
void ik_attribution_append_line(GString *out, const ik_territory *territory, const char *language);

/* The line of one source in `language`. Borrowed. */
const char *ik_attribution_text(const ik_attribution *attribution, const char *language);

/* "Sources: …" with the lines of all, for pictures. The caller's. */
char *ik_attribution_sentence(const ik_territory *territory, const char *language);

#endif
