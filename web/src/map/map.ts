import {Map, setWorkerUrl, addProtocol} from 'maplibre-gl';
import workerUrl from 'virtual:map-worker';
setWorkerUrl(workerUrl);
addProtocol('x', async () => ({data: new ArrayBuffer(0)}));
(globalThis as any).map = Map;
