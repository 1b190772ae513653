import type { ConceptKind } from '#contracts';
import { distanceKm, travelMinutes } from './geography.js';
import { loadTaxonomy, starterTaxonomyPath } from './taxonomy-file.js';

const taxonomy = loadTaxonomy(starterTaxonomyPath());
const found = (kind: ConceptKind, reference: string) => taxonomy.resolve(kind, reference)?.label.sv;
const suggested = (query: string, language: 'sv' | 'en' = 'sv') =>
  taxonomy.suggest(query, { language, limit: 5 }).map((one) => one.concept.label[language]);

describe('the starter taxonomy', () => {
  it('has the hash that its manifest states, every time', () => {
    expect(taxonomy.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loadTaxonomy(starterTaxonomyPath()).hash).toBe(taxonomy.hash);
  });

  const counts: [ConceptKind, number][] = [
    ['occupation', 947],
    ['occupation-group', 603],
    ['occupation-field', 21],
    ['skill', 1197],
    ['language', 217],
    ['driving-licence', 15],
    ['professional-licence', 45],
    ['education-level', 6],
    ['education-field', 34],
    ['work-permit', 1],
    ['municipality', 290],
    ['county', 21],
    ['labour-market-region', 60],
    ['country', 250],
    ['employment-type', 8],
  ];
  it.each(counts)('has of kind %s: %d', (kind, count) => expect(taxonomy.ofKind(kind)).toHaveLength(count));

  it('names everything in both languages, tidily and without repeating itself', () => {
    const untidy = taxonomy.concepts.flatMap(({ id, label, alternatives }) =>
      (['sv', 'en'] as const).flatMap((language) => {
        const names = [label[language], ...alternatives[language]].map((name) => name.toLowerCase());
        return names
          .filter((name, index) => name !== name.trim() || /^$|\s{2}|[|\t]/.test(name) || names.indexOf(name) !== index)
          .map((name) => `${id}: ${name}`);
      }),
    );
    expect(untidy).toEqual([]);
  });

  it('tells concepts of one kind apart by their labels', () => {
    // SSYK and SUN themselves repeat a name from one level to the next.
    const kinds = counts
      .map(([kind]) => kind)
      .filter((kind) => kind !== 'occupation-group' && kind !== 'education-field');
    const repeated = kinds.flatMap((kind) =>
      (['sv', 'en'] as const).flatMap((language) => {
        const labels = taxonomy.ofKind(kind).map((concept) => concept.label[language].toLowerCase());
        return labels.filter((label, index) => labels.indexOf(label) !== index);
      }),
    );
    expect(repeated).toEqual([]);
  });

  it('has all of SSYK 2012 in one tree, and each SSYK-4 group in a field', () => {
    const groups = taxonomy.ofKind('occupation-group');
    const levels = groups.map((group) => group.code!.length);
    expect([1, 2, 3, 4].map((level) => levels.filter((one) => one === level).length)).toEqual([10, 46, 147, 400]);
    const misplaced = groups.filter((group) => {
      const parent = group.broader.map((id) => taxonomy.concept(id)!).find((one) => one.kind === 'occupation-group');
      const inField = group.code!.length < 4 || taxonomy.occupationFieldOf(group.id) !== undefined;
      return (parent?.code ?? '') !== group.code!.slice(0, -1) || !inField;
    });
    expect(misplaced).toEqual([]);
  });

  it('puts every occupation in an SSYK-4 group, and nearly all groups have usual skills', () => {
    const occupations = taxonomy.ofKind('occupation');
    const stray = occupations.filter(({ id }) => {
      const code = taxonomy.concept(taxonomy.occupationGroupOf(id) ?? '')?.code ?? '';
      return (
        !/^\d{4}$/.test(code) || taxonomy.concept(taxonomy.occupationFieldOf(id) ?? '')?.kind !== 'occupation-field'
      );
    });
    expect(stray).toEqual([]);
    const without = occupations.filter(({ id }) => taxonomy.usualSkills(id).length === 0);
    expect(without.length / occupations.length).toBeLessThan(0.02);
    const welder = taxonomy.resolve('occupation', 'Svetsare')!;
    expect(taxonomy.usualSkills(welder.id)).toContain(taxonomy.resolve('skill', 'svetsning')!.id);
  });

  it('presumes no certificate, licence or degree', () => {
    const presumed = taxonomy.ofKind('occupation').flatMap(({ id }) => taxonomy.usualSkills(id));
    const labels = new Set(presumed.map((id) => taxonomy.concept(id)!.label.sv));
    for (const held of [
      'Heta arbeten',
      'Truckkort',
      'Traverskort',
      'Liftkort',
      'ADR-intyg',
      'Sjuksköterskeexamen',
      'ID06',
    ]) {
      expect(taxonomy.resolve('skill', held)).toBeDefined();
      expect(labels).not.toContain(held);
    }
  });

  it('has substitutes of both strengths between many occupations', () => {
    const relations = taxonomy
      .ofKind('occupation')
      .map(({ id }) => taxonomy.creditRelations(id).map((one) => one.relation));
    const substitutable = relations.filter((of) => of.some((one) => one.startsWith('substitute')));
    expect(substitutable.length / relations.length).toBeGreaterThan(0.4);
    const carpenter = taxonomy.resolve('occupation', 'Träarbetare/Snickare')!;
    expect(taxonomy.creditRelations(carpenter.id).some((one) => one.relation === 'substitute-75')).toBe(true);
  });

  it('mirrors narrower and broader among its own skills and occupations', () => {
    const oneWay = [...taxonomy.ofKind('skill'), ...taxonomy.ofKind('occupation')].flatMap(({ id }) =>
      taxonomy
        .creditRelations(id)
        .filter(({ relation }) => relation === 'narrower')
        .filter(
          ({ conceptId }) =>
            !taxonomy.creditRelations(conceptId).some((back) => back.conceptId === id && back.relation === 'broader'),
        ),
    );
    expect(oneWay).toEqual([]);
  });

  it('knows the region on the map', () => {
    const lulea = taxonomy.municipality('2580')!;
    expect(lulea).toMatchObject({ name: 'Luleå', countyCode: '25', conceptId: 'CXbY_gui_14v' });
    expect(taxonomy.municipalities.filter(({ countyCode }) => ['24', '25'].includes(countyCode))).toHaveLength(29);
    const misplaced = taxonomy.municipalities.filter(
      ({ code, latitude, longitude, neighbours }) =>
        latitude < 55 ||
        latitude > 69.1 ||
        longitude < 10.9 ||
        longitude > 24.2 ||
        !neighbours.every((neighbour) => taxonomy.municipality(neighbour)?.neighbours.includes(code)),
    );
    expect(misplaced).toEqual([]);
    const far = (from: string, to: string) => distanceKm(taxonomy.municipality(from)!, taxonomy.municipality(to)!);
    expect(far('2580', '2582')).toBeGreaterThanOrEqual(32);
    expect(far('2580', '2582')).toBeLessThanOrEqual(38);
    expect(far('2584', '2523')).toBeGreaterThan(75);
    expect(travelMinutes(lulea, taxonomy.municipality('2581')!)).toBeLessThan(60);
    expect(taxonomy.concept(lulea.labourMarketRegionId)?.label.sv).toBe('Luleå arbetsmarknadsregion');
  });

  it('resolves what feeds send: ids, codes, legacy ids, replaced ids, names', () => {
    expect(found('occupation', 'bXNH_MNX_dUR')).toBe('Sjuksköterska, grundutbildad');
    expect(found('occupation', '7296')).toBe('Sjuksköterska, grundutbildad');
    expect(found('occupation', 'c32f_KpH_CfN')).toBe('Stödassistent');
    expect(found('occupation-group', '7212')).toBe('Svetsare och gasskärare');
    expect(found('municipality', '2580')).toBe('Luleå');
    expect(found('municipality', 'bodens kommun')).toBe('Boden');
    expect(found('county', '25')).toBe('Norrbottens län');
    expect(found('driving-licence', 'VTK8_WRx_GcM')).toBe('B-körkort (personbil)');
    expect(found('driving-licence', 'ce')).toBe('CE-körkort (tung lastbil med släp)');
    expect(found('employment-type', '1')).toBe('Vanlig anställning');
    expect(found('language', '  SVENSKA ')).toBe('Svenska');
    expect(found('language', 'sv')).toBe('Svenska');
    expect(found('country', 'FI')).toBe('Finland');
    expect(found('skill', 'Python, programmeringsspråk')).toBe('Python');
    expect(found('education-level', '3')).toBe('Gymnasial utbildning');
    expect(found('work-permit', 'rallare:work-permit-se')).toBe('Arbetstillstånd i Sverige');
    expect(found('skill', 'bXNH_MNX_dUR')).toBeUndefined();
    expect(found('occupation', 'no such job')).toBeUndefined();
  });

  const said: [ConceptKind, string, string][] = [
    ['occupation', 'usk', 'Undersköterska, hemtjänst, äldreboende och habilitering'],
    ['occupation', 'nurse', 'Sjuksköterska, grundutbildad'],
    ['occupation', 'lokalvårdare', 'Städare'],
    ['occupation', 'CE-chaufför', 'Fjärrbilsförare'],
    ['occupation', 'linjemontör', 'Distributionselektriker'],
    ['occupation', 'TIG-svetsare', 'Svetsare'],
    ['skill', 'truckförarbevis', 'Truckkort'],
    ['skill', 'brandfarliga heta arbeten', 'Heta arbeten'],
    ['skill', 'TIG welding', 'TIG-svetsning'],
    ['skill', 'DRI', 'Direktreduktion av järnmalm'],
    ['professional-licence', 'leg. sjuksköterska', 'Sjuksköterskelegitimation'],
    ['driving-licence', "driver's license", 'B-körkort (personbil)'],
  ];
  it.each(said)('knows the %s that ads call %s', (kind, words, label) => expect(found(kind, words)).toBe(label));

  it('lets a driving licence include the lesser ones', () => {
    const codes = (code: string) =>
      taxonomy.ancestors(taxonomy.resolve('driving-licence', code)!.id).map((id) => taxonomy.concept(id)!.code);
    expect(new Set(codes('CE'))).toEqual(new Set(['C', 'C1', 'C1E', 'BE', 'B96', 'B', 'AM']));
    expect(new Set(codes('D'))).toEqual(new Set(['D1', 'B', 'AM']));
    expect(codes('B')).toEqual(['AM']);
    expect(codes('AM')).toEqual([]);
  });

  it('suggests what people mean', () => {
    expect(suggested('svet')[0]).toBe('Svetsare');
    expect(suggested('nurse')[0]).toBe('Sjuksköterska, grundutbildad');
    expect(suggested('nurse', 'en')[0]).toBe('Registered nurse');
    expect(suggested('sjukskoterska')[0]).toBe('Sjuksköterska, grundutbildad');
    expect(suggested('sjuksköteska')[0]).toBe('Sjuksköterska, grundutbildad');
    expect(suggested('lastbilschaufor')).toContain('Distributionsförare');
    expect(suggested('lule')[0]).toBe('Luleå');
    expect(suggested('electrician', 'en')[0]).toBe('Installation electrician');
  });
});
