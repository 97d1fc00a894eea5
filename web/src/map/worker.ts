// worker.ts — MapLibre's worker: reads tiles, shapes labels.
import 'map-worker-source';
