/* flat_deflate.c — zlib streams for pictures of flat colours, fast.   [raster] */
#include "flat_deflate.h"

#include "huffman_code.h"

#include <libdeflate.h>
#include <string.h>

#define MIN_MATCH    3u
#define MAX_MATCH    258u
#define MAX_DISTANCE 32768u
#define END_OF_BLOCK 256u
#define N_LITERALS   286u
#define N_DISTANCES  30u
#define N_LENGTHS    19u /* of codes of code lengths */
#define HASH_BITS    12
/* Places passed by matches up to this long are remembered too. */
#define SHORT_MATCH  16u
/* A repetition as long as this needs no better one. */
#define LONG_MATCH   48u

/* A literal (length 0, its value as distance) or a match. */
typedef struct {
    guint16 length, distance; /* distance - 1 */
} token;

struct ik_flat_deflater {
    token *tokens;
    gsize n_tokens, room;
    guint32 places[1u << HASH_BITS];                      /* + 1; 0: none */
    guint32 literals[N_LITERALS], distances[N_DISTANCES]; /* counts */
    guint8 length_symbols[MAX_MATCH + 1];                 /* - 257 */
    guint8 distance_symbols[512]; /* of distance - 1 below 256; of its 128th parts from there on */
};

static const guint16 LENGTH_BASES[] = {3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
                                       15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
                                       67, 83, 99, 115, 131, 163, 195, 227, 258};
static const guint8 LENGTH_EXTRA[] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                      2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
static const guint16 DISTANCE_BASES[] = {
    1,   2,   3,   4,   5,   7,    9,    13,   17,   25,   33,   49,   65,    97,    129,
    193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
static const guint8 DISTANCE_EXTRA[] = {0, 0, 0, 0, 1, 1, 2, 2,  3,  3,  4,  4,  5,  5,  6,
                                        6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};

static void make_symbols(ik_flat_deflater *deflater)
{
    guint symbol = 0;
    for (guint length = MIN_MATCH; length <= MAX_MATCH; length++) {
        while (symbol + 1 < G_N_ELEMENTS(LENGTH_BASES) && LENGTH_BASES[symbol + 1] <= length)
            symbol++;
        deflater->length_symbols[length] = (guint8)symbol;
    }
    symbol = 0;
    for (guint i = 0; i < 512; i++) {
        guint distance = i < 256 ? i + 1 : (i - 256) * 128 + 1;
        if (i == 256)
            symbol = 0;
        while (symbol + 1 < N_DISTANCES && DISTANCE_BASES[symbol + 1] <= distance)
            symbol++;
        deflater->distance_symbols[i] = (guint8)symbol;
    }
}

static guint distance_symbol(const ik_flat_deflater *deflater, guint less_one)
{
    return deflater->distance_symbols[less_one < 256 ? less_one : 256 + (less_one >> 7)];
}

ik_flat_deflater *ik_flat_deflater_new(void)
{
    ik_flat_deflater *deflater = g_new0(ik_flat_deflater, 1);
    make_symbols(deflater);
    return deflater;
}

void ik_flat_deflater_free(ik_flat_deflater *deflater)
{
    if (deflater == NULL)
        return;
    g_free(deflater->tokens);
    g_free(deflater);
}

/* ---- finding repetitions ---- */

static guint match_length(const guint8 *a, const guint8 *b, gsize most)
{
    guint n = 0, end = (guint)MIN(most, MAX_MATCH);
    for (; n + 8 <= end; n += 8) {
        guint64 x, y;
        memcpy(&x, a + n, 8);
        memcpy(&y, b + n, 8);
        if (x != y)
            return n + (guint)__builtin_ctzll(GUINT64_TO_LE(x ^ y)) / 8;
    }
    while (n < end && a[n] == b[n])
        n++;
    return n;
}

/* Remembers the place and returns what was remembered for the four bytes there: + 1, 0 for none. */
static guint32 remember(ik_flat_deflater *deflater, const guint8 *bytes, gsize at)
{
    guint32 four;
    memcpy(&four, bytes + at, 4);
    guint32 *place =
        &deflater->places[(guint32)(GUINT32_TO_LE(four) * 0x9e3779b1u) >> (32 - HASH_BITS)];
    guint32 before = *place;
    *place = (guint32)at + 1;
    return before;
}

typedef struct {
    const guint8 *bytes;
    gsize n, row, sample;
} source;

static void try_distance(const source *from, gsize at, gsize distance, token *best)
{
    if (distance > at || distance > MAX_DISTANCE || at + best->length >= from->n)
        return;
    const guint8 *here = from->bytes + at;
    if (here[best->length] != (here - distance)[best->length])
        return;
    guint length = match_length(here, here - distance, from->n - at);
    if (length > best->length)
        *best = (token){(guint16)length, (guint16)(distance - 1)};
}

static token find_match(ik_flat_deflater *deflater, const source *from, gsize at)
{
    token best = {0, 0};
    if (at + 4 > from->n)
        return best;
    guint32 before = remember(deflater, from->bytes, at);
    try_distance(from, at, from->sample, &best);
    if (best.length < LONG_MATCH)
        try_distance(from, at, from->row, &best);
    if (best.length < LONG_MATCH && before > 0)
        try_distance(from, at, at - (before - 1), &best);
    return best;
}

static void add_token(ik_flat_deflater *deflater, token added)
{
    if (added.length == 0)
        deflater->literals[added.distance]++;
    else {
        deflater->literals[END_OF_BLOCK + 1 + deflater->length_symbols[added.length]]++;
        deflater->distances[distance_symbol(deflater, added.distance)]++;
    }
    deflater->tokens[deflater->n_tokens++] = added;
}

static void find_tokens(ik_flat_deflater *deflater, const source *from)
{
    memset(deflater->places, 0, sizeof deflater->places);
    memset(deflater->literals, 0, sizeof deflater->literals);
    memset(deflater->distances, 0, sizeof deflater->distances);
    deflater->n_tokens = 0;
    for (gsize at = 0; at < from->n;) {
        token found = find_match(deflater, from, at);
        if (found.length < MIN_MATCH) {
            add_token(deflater, (token){0, from->bytes[at]});
            at++;
            continue;
        }
        add_token(deflater, found);
        for (gsize i = 1; i < found.length && found.length <= SHORT_MATCH && at + i + 4 <= from->n;
             i++)
            remember(deflater, from->bytes, at + i);
        at += found.length;
    }
    deflater->literals[END_OF_BLOCK] = 1;
}

/* ---- writing bits ---- */

typedef struct {
    GByteArray *out;
    guint8 *at;
    guint64 bits;
    guint n_bits;
} bit_writer;

/* Up to 32 bits; there must be room for eight bytes. */
static void put_bits(bit_writer *w, guint32 bits, guint n)
{
    w->bits |= (guint64)bits << w->n_bits;
    w->n_bits += n;
    if (w->n_bits >= 32) {
        guint32 low = GUINT32_TO_LE((guint32)w->bits);
        memcpy(w->at, &low, 4);
        w->at += 4;
        w->bits >>= 32;
        w->n_bits -= 32;
    }
}

static void end_bits(bit_writer *w)
{
    for (; w->n_bits > 0; w->n_bits -= MIN(w->n_bits, 8)) {
        *w->at++ = (guint8)w->bits;
        w->bits >>= 8;
    }
}

/* ---- the codes of the block ---- */

/* Lengths of both codes in a row, with runs of them shortened: RFC 1951, 3.2.7. */
typedef struct {
    guint8 symbols[N_LITERALS + N_DISTANCES], extra[N_LITERALS + N_DISTANCES];
    guint n;
    guint32 counts[N_LENGTHS];
} length_list;

static void add_length(length_list *list, guint symbol, guint extra)
{
    list->symbols[list->n] = (guint8)symbol;
    list->extra[list->n++] = (guint8)extra;
    list->counts[symbol]++;
}

static void add_run(length_list *list, guint length, guint run)
{
    while (length == 0 && run >= 3) {
        guint part = MIN(run, 138);
        add_length(list, part >= 11 ? 18 : 17, part - (part >= 11 ? 11 : 3));
        run -= part;
    }
    if (length > 0 && run > 0) {
        add_length(list, length, 0);
        run--;
    }
    while (length > 0 && run >= 3) {
        guint part = MIN(run, 6);
        add_length(list, 16, part - 3);
        run -= part;
    }
    for (; run > 0; run--)
        add_length(list, length, 0);
}

static void list_lengths(length_list *list, const guint8 *lengths, guint n)
{
    for (guint i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && lengths[end] == lengths[i]; end++)
            ;
        add_run(list, lengths[i], end - i);
    }
}

static guint used(const guint8 *lengths, guint n, guint least)
{
    while (n > least && lengths[n - 1] == 0)
        n--;
    return n;
}

static void put_codes(bit_writer *w, const ik_huffman_code *literals,
                      const ik_huffman_code *distances)
{
    static const guint8 ORDER[N_LENGTHS] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                            11, 4,  12, 3, 13, 2, 14, 1, 15};
    static const guint8 EXTRA[] = {2, 3, 7};
    ik_huffman_code code;
    length_list list = {.n = 0};
    guint n_literals = used(literals->lengths, N_LITERALS, 257);
    guint n_distances = used(distances->lengths, N_DISTANCES, 1), n_lengths = N_LENGTHS;
    list_lengths(&list, literals->lengths, n_literals);
    list_lengths(&list, distances->lengths, n_distances);
    ik_huffman_code_make(&code, list.counts, N_LENGTHS, 7);
    while (n_lengths > 4 && code.lengths[ORDER[n_lengths - 1]] == 0)
        n_lengths--;
    put_bits(w, n_literals - 257, 5);
    put_bits(w, n_distances - 1, 5);
    put_bits(w, n_lengths - 4, 4);
    for (guint i = 0; i < n_lengths; i++)
        put_bits(w, code.lengths[ORDER[i]], 3);
    for (guint i = 0; i < list.n; i++) {
        guint symbol = list.symbols[i];
        put_bits(w, code.codes[symbol], code.lengths[symbol]);
        if (symbol >= 16)
            put_bits(w, list.extra[i], EXTRA[symbol - 16]);
    }
}

static void put_symbol(bit_writer *w, const ik_huffman_code *code, guint symbol)
{
    put_bits(w, code->codes[symbol], code->lengths[symbol]);
}

static void put_token(bit_writer *w, const ik_flat_deflater *deflater, token t,
                      const ik_huffman_code codes[2])
{
    if (t.length == 0) {
        put_symbol(w, &codes[0], t.distance);
        return;
    }
    guint length = deflater->length_symbols[t.length];
    guint distance = distance_symbol(deflater, t.distance);
    put_symbol(w, &codes[0], END_OF_BLOCK + 1 + length);
    put_bits(w, t.length - (guint)LENGTH_BASES[length], LENGTH_EXTRA[length]);
    put_symbol(w, &codes[1], distance);
    put_bits(w, t.distance + 1u - DISTANCE_BASES[distance], DISTANCE_EXTRA[distance]);
}

static void put_block(bit_writer *w, const ik_flat_deflater *deflater)
{
    ik_huffman_code codes[2];
    ik_huffman_code_make(&codes[0], deflater->literals, N_LITERALS, 15);
    ik_huffman_code_make(&codes[1], deflater->distances, N_DISTANCES, 15);
    put_bits(w, 1 | 2 << 1, 3); /* the last block, with codes of its own */
    put_codes(w, &codes[0], &codes[1]);
    for (gsize i = 0; i < deflater->n_tokens; i++)
        put_token(w, deflater, deflater->tokens[i], codes);
    put_symbol(w, &codes[0], END_OF_BLOCK);
    end_bits(w);
}

void ik_flat_deflate(ik_flat_deflater *deflater, const guint8 *bytes, gsize n, gsize row,
                     gsize sample, GByteArray *out)
{
    const source from = {bytes, n, row, sample};
    g_assert(n > 0 && n <= IK_FLAT_DEFLATE_MAX);
    if (deflater->room < n) {
        g_free(deflater->tokens);
        deflater->tokens = g_new(token, n);
        deflater->room = n;
    }
    find_tokens(deflater, &from);
    guint start = out->len;
    /* A token has at most 15 + 5 + 15 + 13 bits, the codes far less than 1 kB. */
    g_byte_array_set_size(out, start + (guint)(deflater->n_tokens * 6 + 1024));
    bit_writer w = {out, out->data + start, 0, 0};
    *w.at++ = 0x78; /* deflate, a window of 32 kB */
    *w.at++ = 0x01; /* makes the two a multiple of 31 */
    put_block(&w, deflater);
    guint32 sum = GUINT32_TO_BE(libdeflate_adler32(1, bytes, n));
    memcpy(w.at, &sum, 4);
    g_byte_array_set_size(out, (guint)(w.at + 4 - out->data));
}
