// What people get while they type in the search box of the public pages, where scripts run: a list of suggestions with counts, by the ARIA
// pattern of a combobox. Without it the box is an ordinary form.

type Kind = 'occupation' | 'skill' | 'municipality' | 'county' | 'employer' | 'title';

interface Suggestion {
  readonly kind: Kind;
  readonly label: { readonly sv: string; readonly en: string };
  readonly value: string;
  readonly keeps: string;
  readonly count: number | null;
}

const waitMs = 120;
const shortest = 2;
const filterOf: Readonly<Record<Exclude<Kind, 'title'>, string>> = {
  occupation: 'occupation',
  skill: 'concept',
  municipality: 'municipality',
  county: 'county',
  employer: 'employer',
};

for (const form of document.querySelectorAll<HTMLFormElement>('form.search-form')) enhance(form);

function enhance(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (!input) return;
  const language = document.documentElement.lang === 'en' ? 'en' : 'sv';
  const kinds = JSON.parse(form.dataset['kinds'] ?? '{}') as Partial<Record<Kind, string>>;
  const list = document.createElement('ul');
  const listId = `${input.id}-suggestions`;
  Object.assign(list, { id: listId, hidden: true, className: 'suggestions' });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset['suggestions'] ?? '');
  input.type = 'text';
  input.setAttribute('role', 'combobox');
  input.setAttribute('enterkeyhint', 'search');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', listId);
  input.setAttribute('aria-expanded', 'false');
  input.after(list);

  let shown: readonly Suggestion[] = [];
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  const close = (): void => {
    clearTimeout(timer);
    asking?.abort();
    show([]);
  };

  const show = (items: readonly Suggestion[]): void => {
    shown = items;
    list.replaceChildren(...items.map(optionOf));
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    activate(-1);
  };

  const activate = (index: number): void => {
    active = index;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === index)));
    const option = list.children[index];
    if (!option) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  };

  const optionOf = ({ kind, label, keeps, count }: Suggestion, index: number): HTMLLIElement => {
    const option = document.createElement('li');
    option.id = `${listId}-${index}`;
    option.setAttribute('role', 'option');
    option.append(
      part('text', [keeps, label[language]].filter(Boolean).join(' + ')),
      ' ',
      part('kind', kinds[kind] ?? ''),
    );
    if (count !== null) option.append(' ', part('count', new Intl.NumberFormat(language).format(count)));
    // Before the box loses its focus, which closes the list.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault();
      choose(index);
    });
    return option;
  };

  const choose = (index: number): void => {
    const suggestion = shown[index];
    if (!suggestion) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && name !== 'q') query.append(name, value);
    const words = suggestion.kind === 'title' ? [suggestion.keeps, `"${suggestion.value}"`] : [suggestion.keeps];
    const q = words.filter(Boolean).join(' ');
    if (q) query.set('q', q);
    if (suggestion.kind !== 'title') query.append(filterOf[suggestion.kind], suggestion.value);
    location.assign(`${form.action}?${query.toString()}`);
  };

  const ask = async (): Promise<void> => {
    asking?.abort();
    asking = new AbortController();
    try {
      const query = new URLSearchParams({ q: input.value, language });
      const answer = await fetch(`/api/search-suggestions?${query.toString()}`, { signal: asking.signal });
      // Without suggestions the box still searches.
      show(answer.ok ? ((await answer.json()) as { items: Suggestion[] }).items : []);
    } catch {
      if (!asking.signal.aborted) show([]);
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim().length < shortest) return close();
    timer = setTimeout(() => void ask(), waitMs);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const count = shown.length;
    if (event.key === 'Escape' && count > 0) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' && count > 0) {
      event.preventDefault();
      activate(active + 1 >= count ? -1 : active + 1);
    } else if (event.key === 'ArrowUp' && count > 0) {
      event.preventDefault();
      activate(active < 0 ? count - 1 : active - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      choose(active);
    }
  });
}

function part(className: string, text: string): HTMLSpanElement {
  const span = document.createElement('span');
  Object.assign(span, { className, textContent: text });
  return span;
}

export {};
