// no_validation.ts — stands for the validation of styles: ours is checked by the tests (tests/web/unit), and
// the rules would weigh a tenth of the map.

const nothing = () => [];

export const validateStyle = Object.assign(nothing, {
    source: nothing,
    sprite: nothing,
    glyphs: nothing,
    layer: nothing,
    light: nothing,
    sky: nothing,
    terrain: nothing,
    filter: nothing,
    paintProperty: nothing,
    layoutProperty: nothing,
});

export const SPEC_SOURCE_TYPES: ReadonlySet<string> = new Set(['vector', 'geojson']);

/** Whether anything is wrong. */
export const validateStyleAndEmit = () => false;
export const emitValidationErrors = () => false;
export const validateAndEmit = () => false;
