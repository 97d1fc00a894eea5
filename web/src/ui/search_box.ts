// search_box.ts — one field for towns, postcodes, projects and free text: a combobox with a list
// (ARIA Authoring Practices, "Editable Combobox With List Autocomplete").

import {h, icon, icons} from '../base/dom.ts';
import {t} from '../base/texts.ts';
import {announce} from './announce.ts';
import {counted} from '../base/texts.ts';

export interface Suggestion {
    name: string;
    /** What it is: "Stadt in der Region Aachen". */
    note: string;
    icon: string;
    choose(): void;
}

export class SearchBox {
    readonly element: HTMLElement;
    private readonly input = h('input', {
        type: 'text',
        id: 'search',
        role: 'combobox',
        autocomplete: 'off',
        spellcheck: 'false',
        enterkeyhint: 'search',
        'aria-autocomplete': 'list',
        'aria-expanded': 'false',
        'aria-controls': 'suggestions',
    });
    private readonly list = h('ul', {id: 'suggestions', role: 'listbox', hidden: true, 'aria-label': t('web.suggestions')});
    private readonly clear = h('button', {type: 'button', class: 'clear', title: t('web.search_clear'), hidden: true});
    private suggestions: Suggestion[] = [];
    private active = -1;

    constructor(
        private readonly find: (text: string) => Suggestion[],
        private readonly textGiven: (text: string) => void,
    ) {
        this.clear.append(icon(icons.close), h('span', {class: 'visually-hidden'}, t('web.search_clear')));
        this.input.placeholder = t('web.search_placeholder');
        this.element = h(
            'div',
            {class: 'search', role: 'search'},
            h('label', {for: 'search'}, t('web.search')),
            h('div', {class: 'search-field'}, icon(icons.search), this.input, this.clear, this.list),
        );
        this.listen();
    }

    show(text: string): void {
        if (document.activeElement !== this.input) this.input.value = text;
        this.clear.hidden = this.input.value === '';
    }

    focus(): void {
        this.input.focus();
    }

    private listen(): void {
        this.input.addEventListener('input', () => this.suggest());
        this.input.addEventListener('keydown', (event) => this.keyed(event));
        this.input.addEventListener('blur', () => this.close());
        // Before the field loses the focus, or the list would be gone when the click arrives.
        this.list.addEventListener('pointerdown', (event) => event.preventDefault());
        this.list.addEventListener('click', (event) => {
            const option = (event.target as Element).closest('[role=option]');
            if (option) this.choose(Number((option as HTMLElement).dataset.at));
        });
        this.clear.addEventListener('click', () => {
            this.input.value = '';
            this.clear.hidden = true;
            this.textGiven('');
            this.input.focus();
        });
    }

    private suggest(): void {
        this.clear.hidden = this.input.value === '';
        this.suggestions = this.find(this.input.value);
        this.active = -1;
        this.list.replaceChildren(...this.suggestions.map((suggestion, at) => option(suggestion, at)));
        this.setOpen(this.suggestions.length > 0);
        if (this.input.value.trim() !== '') announce(counted('web.suggestions_count', this.suggestions.length));
    }

    private keyed(event: KeyboardEvent): void {
        if (event.key === 'ArrowDown') this.activate(this.active + 1);
        else if (event.key === 'ArrowUp') this.activate(this.active - 1);
        else if (event.key === 'Enter') this.entered();
        else if (event.key === 'Escape' && !this.list.hidden) this.close();
        else return;
        event.preventDefault();
    }

    /** Enter takes what is marked, otherwise the words as they are. */
    private entered(): void {
        if (this.active >= 0) this.choose(this.active);
        else {
            this.close();
            this.textGiven(this.input.value);
        }
    }

    private activate(at: number): void {
        if (this.list.hidden) this.suggest();
        const count = this.suggestions.length;
        if (count === 0) return;
        this.active = (at + count) % count;
        this.list.querySelectorAll('[role=option]').forEach((element, index) => {
            element.setAttribute('aria-selected', String(index === this.active));
            if (index === this.active) element.scrollIntoView({block: 'nearest'});
        });
        this.input.setAttribute('aria-activedescendant', `suggestion-${this.active}`);
    }

    private choose(at: number): void {
        const suggestion = this.suggestions[at];
        this.close();
        if (!suggestion) return;
        this.input.value = suggestion.name;
        this.clear.hidden = false;
        suggestion.choose();
    }

    private close(): void {
        this.setOpen(false);
        this.active = -1;
    }

    private setOpen(open: boolean): void {
        this.list.hidden = !open;
        this.input.setAttribute('aria-expanded', String(open));
        if (!open) this.input.removeAttribute('aria-activedescendant');
    }
}

function option(suggestion: Suggestion, at: number): HTMLElement {
    return h(
        'li',
        {role: 'option', id: `suggestion-${at}`, 'data-at': at, 'aria-selected': 'false'},
        icon(suggestion.icon),
        h('span', {class: 'suggestion-name', dir: 'auto'}, suggestion.name),
        h('span', {class: 'suggestion-note'}, suggestion.note),
    );
}
