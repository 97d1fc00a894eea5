/* spatialite_peer.h — positions located by SQL, as an analyst would do it: ST_Intersects behind a spatial index.   [tests] */
#ifndef IK_SPATIALITE_PEER_H
#define IK_SPATIALITE_PEER_H

#include <ideenkarte/territory.h>

typedef struct spatialite_peer spatialite_peer;

/* A database in memory with the municipalities. Ends the program when SpatiaLite fails: nothing can be measured then. */
spatialite_peer *spatialite_peer_new(const ik_territory *territory);
void spatialite_peer_free(spatialite_peer *peer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(spatialite_peer, spatialite_peer_free)

/* The first municipality that contains the position or has it on its border; IK_NONE when there is none. */
guint32 spatialite_peer_locate(spatialite_peer *peer, ik_lonlat position);

#endif
