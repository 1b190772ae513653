import { type SearchIndex, type VacancyDocument, vacancyMeets } from '#search';
import { describeWhere } from '#testing';
import { vacancy } from './corpus.js';
import { type Engine, engines } from './engines.js';
import { ask } from './oracle.js';

const FILLER = 'Vi erbjuder goda villkor, friskvård och ett vänligt arbetslag i norr. '.repeat(12);

const corpus = [
  vacancy('nurse-sv', {
    headline: 'Sjuksköterska till akutmottagningen',
    text: `${FILLER}Som sjuksköterska hos oss arbetar du natt. ${FILLER}`,
    occupationLabels: ['Sjuksköterska, grundutbildad', 'Registered nurse', 'Nurse'],
    employerName: 'Norrskens Vård',
    municipalityNames: ['Umeå'],
  }),
  vacancy('nurse-plural', { headline: 'Erfarna sjuksköterskor sökes', text: 'Dagtid på mottagning.' }),
  vacancy('welder', {
    headline: 'Svetsare/montör till verkstad',
    text: 'Du svetsar rostfritt under jord i skift.',
    municipalityNames: ['Kiruna'],
  }),
  vacancy('welder-loose', {
    headline: 'Svetsaren vi söker',
    text: 'Arbete i skift; verkstaden ligger ovan jord, men du går under vatten.',
  }),
  vacancy('truck', { headline: 'Lastbilsförare', text: 'CE-kort krävs. Tung trafik.' }),
  vacancy('truck-words', { headline: 'Förare till lastbil', text: 'Timmer och flis.' }),
  vacancy('goals', { headline: 'Planerare', text: 'Vi sätter tydliga mål och du lär dig snabbt.' }),
  vacancy('named', { headline: 'Vaktmästare', municipalityNames: ['Kiruna', 'Giron', 'Kiiruna'] }),
  vacancy('painters', { headline: 'Till målarna', text: 'Vi är två.' }),
  vacancy('painter', { headline: 'Målare', text: 'Fasader och inomhus.' }),
  vacancy('malare', { headline: 'Malare på kvarnen', text: 'Du maler spannmål.' }),
  vacancy('it', { headline: 'IT-tekniker', text: 'Support i hela kommunen.' }),
  vacancy('cook', { headline: 'Kock', text: 'Skolkök.' }),
  vacancy('developer', {
    headline: 'Backend engineer',
    text: 'We are hiring engineers who enjoy developing distributed systems in Go.',
    language: 'en',
    conceptLabels: ['Kubernetes'],
  }),
  vacancy('astronomer', { headline: 'Stjärnskådare 🔭 sökes', text: `${'🔭 '.repeat(100)}Här behövs teleskopvana.` }),
];

describe.each(engines(process.env))('$name', ({ available, reason, open }) => {
  describeWhere(available, reason)('understands words', () => {
    let engine: Engine;
    let index: SearchIndex<VacancyDocument>;

    beforeAll(async () => {
      engine = await open();
      index = engine.vacancies();
      await index.prepare();
      await index.upsert(corpus);
    }, 60_000);

    afterAll(async () => {
      await engine?.dispose();
    });

    const find = async (text: string) => (await index.search(ask({ text }))).hits.map(({ id }) => id);

    it.each([
      ['a word', 'sjuksköterska', ['nurse-plural', 'nurse-sv']],
      ['capitals', 'SJUKSKÖTERSKA', ['nurse-plural', 'nurse-sv']],
      ['a plural', 'sjuksköterskor', ['nurse-plural', 'nurse-sv']],
      ['a definite form', 'svetsaren', ['welder', 'welder-loose']],
      ['an English inflection', 'engineers', ['developer']],
      ['the beginning of a word', 'sjuksköt', ['nurse-plural', 'nurse-sv']],
      ['the beginning of a compound', 'lastbil', ['truck', 'truck-words']],
      ['the end of a compound', 'förare', ['truck', 'truck-words']],
      ['the end of a compound, typed without ö', 'forare', ['truck', 'truck-words']],
      ['the parts of a compound', 'förare lastbil', ['truck', 'truck-words']],
      ['a compound by its parts', 'lastbilsförare', ['truck', 'truck-words']],
      ['a compound in another form', 'lastbilsföraren', ['truck', 'truck-words']],
      ['a head within a compound', 'sköterska', ['nurse-plural', 'nurse-sv']],
      ['a doer, not what is done', 'målare', ['painter', 'painters']],
      ['a place by its Northern Sámi name', 'giron', ['named']],
      ['a place by its Meänkieli name', 'kiiruna', ['named']],
      ['a compound that is excluded by its head', 'tung -förare', []],
      ['a typo', 'sjukskötreska', ['nurse-plural', 'nurse-sv']],
      ['a missing letter', 'svetare', ['welder', 'welder-loose']],
      ['a typo among other words', 'svetasre kiruna', ['welder']],
      ['the English name of an occupation', 'nurse', ['nurse-sv']],
      ['the employer', 'norrskens', ['nurse-sv']],
      ['the place', 'svetsare kiruna', ['welder']],
      ['a place typed without å', 'umea', ['nurse-sv']],
      ['a word typed without å and ö', 'sjukskoterska', ['nurse-plural', 'nurse-sv']],
      ['a skill', 'kubernetes', ['developer']],
      ['a word after a slash', 'montör', ['welder']],
      ['a word with a hyphen', 'it-tekniker', ['it']],
      ['a part of a word with a hyphen', 'tekniker', ['it']],
      ['common words beside others', 'kock i en skola eller skolkök', []],
      ['common words that the document lacks', 'svetsare och montör åt en', ['welder']],
      ['all words, not any', 'svetsare kock', []],
      ['a phrase', '"under jord i skift"', ['welder']],
      ['words of a phrase in any place', 'under jord skift', ['welder', 'welder-loose']],
      ['typographic quotes', '”under jord”', ['welder']],
      ['a phrase without its last quote', '"under jord', ['welder']],
      ['an excluded word', 'svetsare -montör', ['welder-loose']],
      ['an excluded phrase', 'svetsare -"under jord"', ['welder-loose']],
      ['an unknown word', 'kvantfysikerxyz', []],
    ])('finds %s', async (_, text, expected) => {
      expect((await find(text)).sort()).toEqual(expected);
    });

    it('puts å before a for who types å, and a before å for who types a', async () => {
      expect((await find('målare'))[0]).toBe('painter');
      const found = await find('malare');
      expect(found[0]).toBe('malare');
      expect(found.slice(1).sort()).toEqual(['painter', 'painters']);
    });

    it('ranks the headline above the text', async () => {
      await index.upsert([
        vacancy('in-text', { text: 'Även en trädgårdsmästare kan söka.', publishedAt: '2026-09-20T08:00:00Z' }),
        vacancy('in-headline', { headline: 'Trädgårdsmästare', publishedAt: '2026-09-02T08:00:00Z' }),
      ]);
      const { hits } = await index.search(ask({ text: 'trädgårdsmästare' }));
      expect(hits.map(({ id }) => id)).toEqual(['in-headline', 'in-text']);
      expect(hits[0]?.score).toBeGreaterThan(hits[1]?.score ?? Infinity);
    });

    it('excludes words from the list of all', async () => {
      const all = await find('');
      expect((await find('-svetsare -svetsaren')).sort()).toEqual(all.filter((id) => !id.startsWith('welder')).sort());
    });

    it.each([
      ['sjuksköterska', 'nurse-sv', 'headline', ['Sjuksköterska']],
      ['sjuksköterska', 'nurse-sv', 'text', ['sjuksköterska']],
      ['sjuksköterskor', 'nurse-sv', 'text', ['sjuksköterska']],
      ['sjuks', 'nurse-plural', 'headline', ['sjuksköterskor']],
      ['sjukskötreska', 'nurse-plural', 'headline', ['sjuksköterskor']],
      ['norrskens', 'nurse-sv', 'employerName', ['Norrskens']],
      ['svetsare montör', 'welder', 'headline', ['Svetsare', 'montör']],
      ['"under jord"', 'welder', 'text', ['under jord']],
      ['stjärnskådare', 'astronomer', 'headline', ['Stjärnskådare']],
      ['teleskopvana', 'astronomer', 'text', ['teleskopvana']],
    ])('for %s highlights in %s the %s at %j', async (text, id, field, expected) => {
      const { hits } = await index.search(ask({ text, highlight: true }));
      const highlight = hits.find((hit) => hit.id === id)?.highlights.find((one) => one.field === field);
      const words = highlight?.ranges.map(([start, end]) => highlight.text.slice(start, end)) ?? [];
      // A phrase may come as one range or as one for each word.
      expect(words.join(' ')).toBe(expected.join(' '));
    });

    it('shows a passage of a long text that reads as in the document', async () => {
      const { hits } = await index.search(ask({ text: 'sjuksköterska', highlight: true }));
      const passage =
        hits.find(({ id }) => id === 'nurse-sv')?.highlights.find(({ field }) => field === 'text')?.text ?? '';
      expect(passage.length).toBeLessThan(400);
      expect(corpus[0]?.text).toContain(passage.replace(/^…|…$/gu, '').trim());
    });

    it('finds other words for what was typed, after the words themselves', async () => {
      const wordings = [{ words: ['truck', 'driver'], others: [['lastbilsförare']] }];
      expect(await find('truck driver')).toEqual([]);
      const both = async (text: string) =>
        (await index.search(ask({ text, wordings, highlight: true }))).hits.map(({ id, highlights }) => [
          id,
          highlights.map((one) => one.ranges.map(([start, end]) => one.text.slice(start, end))).flat(),
        ]);
      expect(await both('truck driver')).toEqual([['truck', ['Lastbilsförare']]]);
      expect(await both('truck driver tung')).toEqual([['truck', ['Lastbilsförare', 'Tung']]]);
      expect(await both('truck driver -tung')).toEqual([]);
      expect(await both('"truck driver"')).toEqual([]);
      await index.upsert([vacancy('driver-en', { headline: 'Truck driver', language: 'en' })]);
      expect((await both('truck driver')).map(([id]) => id)).toEqual(['driver-en', 'truck']);
      await index.remove([{ id: 'driver-en', revision: 1 }]);
    });

    it('counts what other words find', async () => {
      const wordings = [{ words: ['nurse'], others: [['målare']] }];
      const given = { text: 'nurse', wordings, facets: ['language' as const], filters: { language: 'sv' } };
      const { total, hits, facets } = await index.search(ask(given));
      expect(hits.map(({ id }) => id).sort()).toEqual(['nurse-sv', 'painter', 'painters']);
      expect([total, facets]).toEqual([3, { language: [{ value: 'sv', count: 3 }] }]);
      expect((await index.ids(ask(given))).sort()).toEqual(['nurse-sv', 'painter', 'painters']);
    });

    it.each([
      'sjuksköterskor',
      'svetsaren',
      'förare lastbil',
      'sköterska',
      'giron',
      '"under jord"',
      'svetsare -montör',
      'umea',
      'it-tekniker',
      '-svetsare',
      'kvantfysikerxyz',
    ])('tells from a document alone that it is found by %s', async (text) => {
      const found = await find(text);
      const met = corpus.filter((document) => vacancyMeets(document, [ask({ text })])[0]);
      expect(met.map(({ id }) => id).sort()).toEqual(found.filter((id) => !id.startsWith('in-')).sort());
    });

    it('highlights nothing when not asked, and nothing in a list of all', async () => {
      const quiet = await index.search(ask({ text: 'sjuksköterska' }));
      const all = await index.search(ask({ highlight: true }));
      expect([...quiet.hits, ...all.hits].flatMap(({ highlights }) => highlights)).toEqual([]);
    });
  });
});
