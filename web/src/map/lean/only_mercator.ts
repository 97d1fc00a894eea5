// only_mercator.ts — stands for the choice of projections: this map is Web Mercator, the globe stays out.

import {MercatorCameraHelper} from 'maplibre-source/geo/projection/mercator_camera_helper.ts';
import {MercatorProjection} from 'maplibre-source/geo/projection/mercator_projection.ts';
import {createMercatorTransform} from 'maplibre-source/geo/projection/mercator_transform.ts';

export function createProjectionFromName(_name: unknown, constrainOverride: unknown) {
    return {
        projection: new MercatorProjection(),
        transform: createMercatorTransform({constrainOverride}),
        cameraHelper: new MercatorCameraHelper(),
    };
}
