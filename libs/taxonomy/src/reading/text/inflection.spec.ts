import { englishStem, swedishStem } from './inflection.js';

describe('swedishStem', () => {
  it.each([
    ['svetsare', 'svetsaren', 'svetsares', 'svetsarens'],
    ['svetsning', 'svetsningen', 'svetsningens'],
    ['maskin', 'maskinen', 'maskiner', 'maskinerna', 'maskinens'],
    ['erfarenhet', 'erfarenheten', 'erfarenheter', 'erfarenheterna'],
    ['elektriker', 'elektrikern', 'elektrikerna', 'elektrikers'],
    ['legitimerad', 'legitimerade', 'legitimerat'],
    ['teknisk', 'tekniska', 'tekniskt'],
    ['arkitekt', 'arkitekten', 'arkitekter'],
    ['skola', 'skolan', 'skolor', 'skolorna'],
    ['traktor', 'traktorn', 'traktorer'],
    ['licens', 'licensen', 'licenser'],
    ['svets', 'svetsen'],
    ['system', 'systemet', 'systemen'],
    ['program', 'programmet', 'programmen'],
    ['certifikat', 'certifikatet'],
    ['truckkort', 'truckkortet'],
    ['område', 'området', 'områden'],
  ])('lets the forms of %s meet', (...forms) => {
    expect(new Set(forms.map(swedishStem)).size).toBe(1);
  });

  it.each([
    ['lärare', 'lära'],
    ['svetsare', 'svetsning'],
    ['svetsare', 'svets'],
    ['tekniker', 'teknik'],
    ['mekaniker', 'mekanik'],
    ['vård', 'vårdare'],
    ['lager', 'lag'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(swedishStem(one)).not.toBe(swedishStem(other));
  });
});

describe('englishStem', () => {
  it.each([
    ['engineer', 'engineers', "engineer's"],
    ['company', 'companies'],
    ['bus', 'bus'],
    ['process', 'process'],
    ['switch', 'switches'],
  ])('lets the forms of %s meet', (...forms) => {
    expect(new Set(forms.map(englishStem)).size).toBe(1);
  });

  it('keeps derivations apart', () => {
    expect(englishStem('engineering')).not.toBe(englishStem('engineer'));
    expect(englishStem('manager')).not.toBe(englishStem('management'));
  });
});
