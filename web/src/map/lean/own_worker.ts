// own_worker.ts — stands for the search for the worker's file: it is one of this site.

import {takeWorker} from '../started_worker.ts';
import address from '../worker.ts';

export const workerFactory = async () => takeWorker(address);
