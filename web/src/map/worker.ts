// worker.ts — MapLibre's worker: reads tiles, shapes labels. It begins wherever the file that it is built into runs as a
// worker; the page needs most of that file, too, so it is fetched once.
import 'maplibre-source/source/worker.ts';

/** Where that file is. */
export default import.meta.url;
