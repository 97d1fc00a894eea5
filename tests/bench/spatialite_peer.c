/* spatialite_peer.c — the municipalities as an SQL table with an R-tree.   [tests] */
#include "spatialite_peer.h"

#include "sqlite.h"
#include "wkb.h"

struct spatialite_peer {
    ik_db *db;
    ik_statement *query;
};

static const char schema[] =
    "CREATE TABLE land (id INTEGER PRIMARY KEY);"
    "SELECT AddGeometryColumn('land', 'outline', 4326, 'MULTIPOLYGON', 'XY');"
    "SELECT CreateSpatialIndex('land', 'outline');";

static const char question[] =
    "SELECT min(id) FROM land WHERE id IN (SELECT rowid FROM SpatialIndex WHERE"
    " f_table_name = 'land' AND search_frame = MakePoint(?1, ?2, 4326))"
    " AND ST_Intersects(outline, MakePoint(?1, ?2, 4326))";

static void require(bool done, GError *error)
{
    if (!done) {
        g_error("SpatiaLite: %s", error->message);
    }
}

static void insert_all(ik_db *db, const ik_topology *borders)
{
    GError *error = NULL;
    g_autoptr(ik_statement) insert =
        ik_statement_new(db, "INSERT INTO land VALUES (?, GeomFromWKB(?, 4326))", &error);
    require(insert != NULL, error);
    for (guint32 i = 0; i < borders->n_faces; i++) {
        g_autoptr(GBytes) wkb = ik_wkb_from_face(borders, i);
        gsize size;
        const void *bytes = g_bytes_get_data(wkb, &size);
        ik_bind_integer(insert, 1, i);
        ik_bind_blob(insert, 2, bytes, size);
        require(ik_statement_run(insert, &error), error);
    }
}

spatialite_peer *spatialite_peer_new(const ik_territory *territory)
{
    GError *error = NULL;
    spatialite_peer *peer = g_new0(spatialite_peer, 1);
    peer->db = ik_db_create(":memory:", &error);
    require(peer->db != NULL && ik_db_run(peer->db, schema, &error), error);
    insert_all(peer->db, territory->borders);
    peer->query = ik_statement_new(peer->db, question, &error);
    require(peer->query != NULL, error);
    return peer;
}

void spatialite_peer_free(spatialite_peer *peer)
{
    ik_statement_free(peer->query);
    ik_db_close(peer->db);
    g_free(peer);
}

guint32 spatialite_peer_locate(spatialite_peer *peer, ik_lonlat position)
{
    GError *error = NULL;
    bool row;
    ik_bind_real(peer->query, 1, position.lon);
    ik_bind_real(peer->query, 2, position.lat);
    require(ik_statement_step(peer->query, &row, &error), error);
    guint32 found =
        ik_column_is_null(peer->query, 0) ? IK_NONE : (guint32)ik_column_integer(peer->query, 0);
    require(ik_statement_step(peer->query, &row, &error), error);
    return found;
}
