/* label_maker.h — a placed symbol as the labels that are drawn.   [scene] */
#ifndef IK_LABEL_MAKER_H
#define IK_LABEL_MAKER_H

#include "arena.h"
#include "symbol_placer.h"

/* Keeps what the labels of a symbol share: the symbol's memory is another's soon. `arena` is the
 * scene's.
 */
void ik_symbol_keep(ik_symbol *symbol, ik_arena *arena);

/* The text of a placed symbol; its symbol has been kept. */
ik_label ik_label_of_text(const ik_symbol *symbol, const ik_symbol_site *site,
                          const ik_symbol_placing *placing, ik_arena *arena);

/* The icon of a placed symbol. */
ik_label ik_label_of_icon(const ik_symbol *symbol, const ik_symbol_site *site,
                          const ik_symbol_placing *placing);

#endif
