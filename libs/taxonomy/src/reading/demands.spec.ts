import { smallReader } from './test/small-taxonomy.js';

const reader = smallReader();

/** What was read, as "requirement trait noggrann": the concept, or the kind and the words. */
function read(text: string): string[] {
  const { demands } = reader.readVacancy({ headline: '', text });
  for (const { span } of demands) expect(span.quote).toBe(text.slice(span.start, span.end));
  return demands.map(({ necessity, conceptId, kind, words, years }) =>
    [necessity, conceptId ?? `${kind} "${words ?? ''}"`, ...(years === null ? [] : [`${years}y`])].join(' '),
  );
}

describe('where a demand stands', () => {
  it.each([
    ['Vi söker dig som har erfarenhet av svetsning.', ['requirement skill:welding']],
    ['Vi söker en mekaniker med erfarenhet av svetsning.', ['requirement skill:welding']],
    ['Vi söker en mekaniker med start i maj och svetsning på schemat.', []],
    ['Engelska måste du kunna, finska underlättar.', ['requirement lang:en', 'merit lang:fi']],
    ['I rollen ska du ha kunskap om svetsning.', ['requirement skill:welding']],
    ['Truckkort har du gärna, svetsning är en tillgång.', ['merit skill:fork', 'merit skill:welding']],
    ['Har du kunskaper i Excel? Stort plus!', ['merit skill:excel']],
    ['Om du har erfarenhet av svetsning ser vi detta som meriterande.', ['merit skill:welding']],
    ['Du har truckkort. Goda kunskaper i SQL.', ['requirement skill:fork', 'requirement skill:sql']],
    ['I bagaget har du\n- truckkort\n- kokillvana', ['requirement skill:fork', 'requirement skill "kokillvana"']],
    ['Krav: Truckkort. Du får kläder av oss.', ['requirement skill:fork']],
    ['Det är meriterande med kunskaper i de system vi använder, såsom SAP.', ['merit skill:sap']],
    ['Här finns den kompetens inom svetsning som krävs.', []],
    ['Bifoga examensbevis och ansökan på svenska.', []],
    ['Start: omgående\nLön: fast', []],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('things named without a head', () => {
  it.each([
    ['Meriterande:\n* Storskaliga kokillsystem', ['merit skill "Storskaliga kokillsystem"']],
    ['Krav:\n* Tillgänglig omgående', []],
    [
      'Krav:\n* Erfarenhet av skogs- och kokillprodukter',
      ['requirement skill "skogs- och kokillprodukter"', 'requirement skill "kokillprodukter"'],
    ],
    ['Du har kunskaper i journalsystemet Lexikon.', ['requirement skill "Lexikon"']],
    ['Du kan läsa och tolka kokillscheman.', ['requirement skill "läsa och tolka kokillscheman"']],
    ['Du har jobbat minst tre år med svetsning.', ['requirement skill:welding 3y']],
    ['Minst två års yrkeserfarenhet krävs.', ['requirement skill "yrkeserfarenhet" 2y']],
    ['Arbetserfarenehet av svetsning är meritterande.', ['merit skill:welding']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('education', () => {
  it.each([
    [
      'Du har civilingenjörsexamen i materialteknik, kemi eller bergsteknik.',
      ['requirement sun:5', 'requirement education "kemi"', 'requirement education "bergsteknik"'],
    ],
    ['Du har bergteknisk utbildning på lägst gymnasienivå.', ['requirement sun:3']],
    ['Krav: vård- och omsorgsprogrammet', ['requirement sun:3']],
    [
      'Krav: lantmästar- eller agronomutbildning',
      ['requirement education "lantmästar- eller agronomutbildning"', 'requirement education "agronomutbildning"'],
    ],
    ['Du har goda kunskaper på universitetsnivå.', []],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('traits and conditions', () => {
  it.each([
    [
      'Du är noggrann och har god samarbetsförmåga.',
      ['requirement trait "noggrann"', 'requirement trait "samarbetsförmåga"'],
    ],
    [
      'Du har förmåga att prioritera och intresse för svetsning.',
      ['requirement trait "prioritera"', 'requirement trait "intresse för svetsning"'],
    ],
    ['Vi söker en driven svetsare.', ['requirement trait "driven"']],
    ['Vi erbjuder flexibel arbetstid.', []],
    [
      'Du har B-körkort och tillgång till egen bil.',
      ['requirement dl:B', 'requirement condition "tillgång till egen bil"'],
    ],
    [
      'Innan anställning begär vi utdrag ur belastningsregistret.',
      ['requirement condition "utdrag ur belastningsregistret"'],
    ],
    ['Registerutdrag krävs. Utdrag ur belastningsregistret visas upp.', ['requirement condition "Registerutdrag"']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));

  it('takes none of them for what a person is or has', () => {
    expect(reader.readPerson({ text: 'Jag är noggrann och har tillgång till egen bil.' }).facts).toEqual([]);
  });
});

describe('licences and languages', () => {
  it.each([
    ['Du har C-kort.', ['requirement dl:C']],
    ['Körkort: B', ['requirement dl:B']],
    [
      'Vi söker en legitimerad biomedicinsk analytiker.',
      ['requirement professional-licence "legitimerad biomedicinsk analytiker"'],
    ],
    ['Andra språk är meriterande.', ['merit language "Andra språk"']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));
});
