/* symbol_text.h — the text of a symbol and where it may stand.   [scene] */
#ifndef IK_SYMBOL_TEXT_H
#define IK_SYMBOL_TEXT_H

#include "symbol.h"

/* Fills the text of `symbol`, whose placement is known. False with what the metrics say. */
bool ik_symbol_make_text(const ik_symbol_maker *maker, ik_evaluation *evaluation, ik_symbol *symbol,
                         GError **error);

#endif
