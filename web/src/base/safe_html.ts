// safe_html.ts — the text of a project, which the build made from a small subset of Markdown, as
// elements. Parsed into a document that runs nothing and rebuilt from a list of what may be there.

const ALLOWED = new Set(['P', 'BR', 'EM', 'STRONG', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'A', 'H3', 'H4', 'H5', 'H6']);
const DROPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'IFRAME', 'OBJECT', 'EMBED', 'SVG', 'MATH', 'NOSCRIPT']);

/** Headings become levels below those of the panel; what is not known is replaced by its contents. */
export function safeHtml(html: string): DocumentFragment {
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const out = document.createDocumentFragment();
    copyChildren(parsed.body, out, 0);
    return out;
}

const DEEPEST = 20;

function copyChildren(from: Node, to: Node, depth: number): void {
    for (const child of from.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(child.nodeValue ?? ''));
        else if (child instanceof Element && depth < DEEPEST) copyElement(child, to, depth);
    }
}

function copyElement(from: Element, to: Node, depth: number): void {
    const name = from.tagName.toUpperCase();
    if (DROPPED.has(name)) return;
    if (!ALLOWED.has(name)) return copyChildren(from, to, depth + 1);
    const element = document.createElement(/^H[1-6]$/.test(name) ? 'h4' : name);
    if (element instanceof HTMLAnchorElement && !copyLink(from, element)) return copyChildren(from, to, depth + 1);
    copyChildren(from, element, depth + 1);
    to.appendChild(element);
}

function copyLink(from: Element, to: HTMLAnchorElement): boolean {
    const address = webAddress(from.getAttribute('href'));
    if (address === undefined) return false;
    to.href = address;
    to.rel = 'noopener noreferrer nofollow';
    return true;
}

/** An address that may be linked: https and http alone. */
export function webAddress(text: string | null | undefined): string | undefined {
    try {
        const url = new URL(text ?? '');
        return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
    } catch {
        return undefined;
    }
}
