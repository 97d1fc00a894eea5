// no_font_faces.ts — stands for fonts that a style names as files: letters come as glyphs of this site.

export class FontFaceManager {
    setFontFaces(): void {}

    hasFontFaces(): boolean {
        return false;
    }

    destroy(): void {}
}
