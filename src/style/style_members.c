/* style_members.c — members of a style's objects, with their paths in the messages.   [style] */
#include "expression_node.h"
#include "style_record.h"
#include "suggestion.h"

#include <string.h>

gsize ik_compiler_enter_key(ik_compiler *compiler, const char *key)
{
    gsize length = compiler->path->len;
    if (length > 0)
        g_string_append_c(compiler->path, '.');
    g_string_append(compiler->path, key);
    return length;
}

bool ik_compiler_check_type(ik_compiler *compiler, ik_json_value json, ik_json_type wanted)
{
    if (ik_json_type_of(json) == wanted)
        return true;
    return ik_compiler_fail(compiler, "expected %s but found %s", ik_json_type_name(wanted),
                            ik_json_type_name(ik_json_type_of(json)));
}

bool ik_compiler_get(ik_compiler *compiler, ik_json_value object, const char *key,
                     ik_json_type wanted, ik_json_value *member)
{
    *member = ik_json_member(object, key);
    if (!ik_json_exists(*member))
        return true;
    gsize length = ik_compiler_enter_key(compiler, key);
    if (!ik_compiler_check_type(compiler, *member, wanted))
        return false;
    ik_compiler_leave(compiler, length);
    return true;
}

bool ik_compiler_get_text(ik_compiler *compiler, ik_json_value object, const char *key,
                          const char **text)
{
    ik_json_value value;
    if (!ik_compiler_get(compiler, object, key, IK_JSON_STRING, &value))
        return false;
    if (ik_json_exists(value))
        *text = ik_arena_copy(compiler->arena, ik_json_string(value));
    return true;
}

bool ik_compiler_get_number(ik_compiler *compiler, ik_json_value object, const char *key,
                            double *number)
{
    ik_json_value value;
    if (!ik_compiler_get(compiler, object, key, IK_JSON_NUMBER, &value))
        return false;
    if (ik_json_exists(value))
        *number = ik_json_number(value);
    return true;
}

bool ik_compiler_get_flag(ik_compiler *compiler, ik_json_value object, const char *key, bool *flag)
{
    ik_json_value value;
    if (!ik_compiler_get(compiler, object, key, IK_JSON_BOOL, &value))
        return false;
    if (ik_json_exists(value))
        *flag = ik_json_bool(value);
    return true;
}

bool ik_compiler_get_numbers(ik_compiler *compiler, ik_json_value object, const char *key,
                             double *numbers, guint n, bool *found)
{
    ik_json_value array;
    if (!ik_compiler_get(compiler, object, key, IK_JSON_ARRAY, &array))
        return false;
    *found = ik_json_exists(array);
    if (!*found)
        return true;
    gsize length = ik_compiler_enter_key(compiler, key);
    if (ik_json_length(array) != n)
        return ik_compiler_fail(compiler, "expected %u numbers but found %u items", n,
                                ik_json_length(array));
    for (guint i = 0; i < n; i++) {
        gsize before = ik_compiler_enter(compiler, i);
        if (!ik_compiler_check_type(compiler, ik_json_item(array, i), IK_JSON_NUMBER))
            return false;
        numbers[i] = ik_json_number(ik_json_item(array, i));
        ik_compiler_leave(compiler, before);
    }
    ik_compiler_leave(compiler, length);
    return true;
}

bool ik_compiler_fail_choice(ik_compiler *compiler, const char *what, const char *found,
                             const char *const *names, guint n)
{
    const char *meant = ik_suggestion(found, names, n);
    if (meant != NULL)
        return ik_compiler_fail(compiler, "unknown %s \"%s\", did you mean \"%s\"?", what, found,
                                meant);
    return ik_compiler_fail(compiler, "unknown %s \"%s\"", what, found);
}

bool ik_compiler_check_keys(ik_compiler *compiler, ik_json_value object, const char *const *keys,
                            guint n)
{
    for (guint i = 0; i < ik_json_length(object); i++) {
        const char *key = ik_json_member_key(object, i);
        guint k = 0;
        while (k < n && strcmp(keys[k], key) != 0)
            k++;
        if (k < n)
            continue;
        const char *meant = ik_suggestion(key, keys, n);
        ik_compiler_enter_key(compiler, key);
        return meant != NULL
                   ? ik_compiler_fail(compiler, "unknown property, did you mean \"%s\"?", meant)
                   : ik_compiler_fail(compiler, "unknown property");
    }
    return true;
}
