/* huffman_code.c — the shortest codes for symbols of known counts.   [raster] */
#include "huffman_code.h"

#include <string.h>

#define MAX_BITS 15u

/* A leaf or a pair in the tree; parents come after their children. */
typedef struct {
    guint64 count;
    guint16 symbol;
    guint16 parent;
} node;

static bool goes_before(const node *a, const node *b)
{
    return a->count != b->count ? a->count < b->count : a->symbol < b->symbol;
}

/* By count, equal counts by symbol; Shell's, since there are few and a call for each comparison costs more. */
static void sort_leaves(node *leaves, guint n)
{
    static const guint GAPS[] = {132, 57, 23, 10, 4, 1};
    for (guint g = 0; g < G_N_ELEMENTS(GAPS); g++)
        for (guint i = GAPS[g]; i < n; i++) {
            node moved = leaves[i];
            guint at = i;
            for (; at >= GAPS[g] && goes_before(&moved, &leaves[at - GAPS[g]]); at -= GAPS[g])
                leaves[at] = leaves[at - GAPS[g]];
            leaves[at] = moved;
        }
}

/* Leaves lie in order before the pairs, which come in order by themselves: the lesser head goes next. */
static guint16 take_least(node *nodes, guint *leaf, guint *pair, guint n_leaves, guint n_nodes)
{
    bool is_leaf =
        *leaf < n_leaves && (*pair >= n_nodes || nodes[*leaf].count <= nodes[*pair].count);
    return (guint16)(is_leaf ? (*leaf)++ : (*pair)++);
}

static void pair_up(node *nodes, guint n_leaves)
{
    guint leaf = 0, pair = n_leaves;
    for (guint made = n_leaves; made < 2 * n_leaves - 1; made++) {
        guint16 a = take_least(nodes, &leaf, &pair, n_leaves, made);
        guint16 b = take_least(nodes, &leaf, &pair, n_leaves, made);
        nodes[a].parent = nodes[b].parent = (guint16)made;
        nodes[made].count = nodes[a].count + nodes[b].count;
    }
}

/* How many leaves have each length, none above `most`. */
static void count_lengths(const node *nodes, guint n_leaves, guint most, guint *counts)
{
    guint8 depths[2 * IK_HUFFMAN_MAX_SYMBOLS];
    guint root = 2 * n_leaves - 2;
    guint64 sum = 0;
    memset(counts, 0, (MAX_BITS + 1) * sizeof *counts);
    depths[root] = 0;
    for (guint i = root; i-- > 0;) {
        depths[i] = (guint8)MIN(depths[nodes[i].parent] + 1, 200);
        if (i < n_leaves)
            counts[MIN(depths[i], most)]++;
    }
    for (guint length = 1; length <= most; length++)
        sum += (guint64)counts[length] << (most - length);
    /* One of the longest becomes the sibling of a shorter one that goes a bit deeper. */
    for (; sum > (guint64)1 << most; sum--) {
        guint length = most - 1;
        while (counts[length] == 0)
            length--;
        counts[most]--;
        counts[length]--;
        counts[length + 1] += 2;
    }
}

/* Bits change places with their neighbours, then pairs, fours and bytes. */
static guint16 reversed(guint code, guint length)
{
    code = (code & 0x5555) << 1 | (code >> 1 & 0x5555);
    code = (code & 0x3333) << 2 | (code >> 2 & 0x3333);
    code = (code & 0x0f0f) << 4 | (code >> 4 & 0x0f0f);
    code = (code & 0x00ff) << 8 | (code >> 8 & 0x00ff);
    return (guint16)(code >> (16 - length));
}

static void number_codes(ik_huffman_code *code, guint n, const guint *counts)
{
    guint next[MAX_BITS + 1] = {0};
    for (guint length = 1; length < MAX_BITS; length++)
        next[length + 1] = (next[length] + counts[length]) << 1;
    for (guint symbol = 0; symbol < n; symbol++) {
        guint length = code->lengths[symbol];
        if (length > 0)
            code->codes[symbol] = reversed(next[length]++, length);
    }
}

void ik_huffman_code_make(ik_huffman_code *code, const guint32 *counts, guint n, guint most)
{
    node nodes[2 * IK_HUFFMAN_MAX_SYMBOLS];
    guint lengths[MAX_BITS + 1], n_leaves = 0;
    g_assert(n <= IK_HUFFMAN_MAX_SYMBOLS && most <= MAX_BITS);
    memset(code, 0, sizeof *code);
    for (guint symbol = 0; symbol < n; symbol++)
        if (counts[symbol] > 0)
            nodes[n_leaves++] = (node){counts[symbol], (guint16)symbol, 0};
    if (n_leaves < 2) {
        if (n_leaves == 1)
            code->lengths[nodes[0].symbol] = 1;
        return;
    }
    sort_leaves(nodes, n_leaves);
    pair_up(nodes, n_leaves);
    count_lengths(nodes, n_leaves, most, lengths);
    /* The rarest have the longest. */
    for (guint length = most, i = 0; length > 0; length--)
        for (guint left = lengths[length]; left > 0; left--)
            code->lengths[nodes[i++].symbol] = (guint8)length;
    number_codes(code, n, lengths);
}
