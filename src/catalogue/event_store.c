/* event_store.c — events, and what could not be used, into the catalogue.   [catalogue] */
#include "store_parts.h"

static void bind_event(ik_statement *insert, const ik_event *of, const ik_territory *territory)
{
    const char *const texts[] = {
        of->id,
        of->title,
        of->date,
        of->date_note,
        of->place,
        of->description,
        of->source,
        of->street,
        of->house_number,
        of->postcode,
        of->city,
        of->region == IK_NONE ? NULL : territory->regions[of->region].id,
        of->municipality == IK_NONE ? NULL : territory->municipalities[of->municipality].ags,
        of->origin.file,
    };
    ik_bind_texts(insert, 2, texts, G_N_ELEMENTS(texts));
    ik_bind_integer(insert, 16, of->origin.line);
    ik_bind_position(insert, 17, of->has_position, of->position);
}

static bool store_events(ik_db *db, const ik_store_input *input, ik_history *history,
                         GError **error)
{
    const GPtrArray *events = input->records->events;
    g_autoptr(ik_statement) insert = ik_statement_new(
        db,
        "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "MakePoint(?, ?, 4326))",
        error);
    if (insert == NULL)
        return false;
    for (guint i = 0; i < events->len; i++) {
        const ik_event *event = g_ptr_array_index(events, i);
        ik_bind_integer(insert, 1, ik_history_number(history, IK_PAST_EVENTS, event->id));
        bind_event(insert, event, input->territory);
        if (!ik_statement_run(insert, error)) {
            g_prefix_error(error, "%s:%u: ", event->origin.file, event->origin.line);
            return false;
        }
    }
    return true;
}

static bool store_event_faults(ik_db *db, const GPtrArray *events, GError **error)
{
    g_autoptr(ik_statement) insert =
        ik_statement_new(db, "INSERT INTO event_faults VALUES (?, ?, ?, ?, ?, ?, ?)", error);
    if (insert == NULL)
        return false;
    for (guint i = 0; i < events->len; i++) {
        const ik_event *event = g_ptr_array_index(events, i);
        if (!ik_store_faults(insert, event->id, &event->faults, error))
            return false;
    }
    return true;
}

bool ik_store_events(ik_db *db, const ik_store_input *input, ik_history *history, GError **error)
{
    return store_events(db, input, history, error) &&
           store_event_faults(db, input->records->events, error);
}

bool ik_store_rejects(ik_db *db, const ik_records *records, GError **error)
{
    g_autoptr(ik_statement) insert =
        ik_statement_new(db, "INSERT INTO rejects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
    if (insert == NULL)
        return false;
    for (guint i = 0; i < records->rejects->len; i++) {
        const ik_reject *reject = g_ptr_array_index(records->rejects, i);
        const char *const texts[] = {reject->id,   reject->column,   reject->code,
                                     reject->read, reject->expected, reject->record};
        ik_bind_integer(insert, 1, i + 1);
        ik_bind_text(insert, 2, reject->origin.file);
        ik_bind_integer(insert, 3, reject->origin.line);
        ik_bind_texts(insert, 4, texts, G_N_ELEMENTS(texts));
        if (!ik_statement_run(insert, error))
            return false;
    }
    return true;
}
