// worker.ts — MapLibre's worker: reads tiles, shapes labels.
import 'maplibre-source/source/worker.ts';
