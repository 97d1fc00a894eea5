// embed.ts — <ideenkarte-map region="region-aachen" language="en" height="36rem"></ideenkarte-map>: the
// map inside another site's page, in a frame of its own, so that neither's styles and scripts meet.

const root = new URL('../', import.meta.url);

class IdeenkarteMap extends HTMLElement {
    static readonly observedAttributes = ['region', 'language', 'height', 'title'];
    private readonly frame = document.createElement('iframe');

    connectedCallback(): void {
        this.style.display = 'block';
        this.frame.loading = 'lazy';
        this.frame.allow = 'geolocation; clipboard-write';
        this.frame.referrerPolicy = 'no-referrer';
        Object.assign(this.frame.style, {width: '100%', border: '0', display: 'block'});
        this.show();
        this.append(this.frame);
    }

    attributeChangedCallback(): void {
        if (this.isConnected) this.show();
    }

    private show(): void {
        const language = this.getAttribute('language') ?? document.documentElement.lang.split('-')[0];
        const address = new URL(folderOf(language) + 'index.html', root);
        address.searchParams.set('embed', '1');
        const region = this.getAttribute('region');
        if (region) address.searchParams.set('region', region);
        if (this.frame.src !== address.href) this.frame.src = address.href;
        this.frame.style.height = this.getAttribute('height') ?? '40rem';
        this.frame.title = this.getAttribute('title') ?? 'Landkarte der guten Ideen';
    }
}

/** German stands at the root; a language that is not published is the embedding page's mistake to mend. */
function folderOf(language: string | undefined): string {
    return language && /^(en|ar|leicht)$/.test(language) ? `${language}/` : '';
}

customElements.define('ideenkarte-map', IdeenkarteMap);

export {};
