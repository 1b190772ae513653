import fc from 'fast-check';
import { readRecord, type Ad } from './ad.js';

const whole = {
  id: '901',
  headline: 'Svetsare till <b>Påhittade</b> Verkstaden',
  webpage_url: 'https://example.com/901',
  publication_date: '2031-02-03T08:00:00',
  last_publication_date: '2031-04-01T23:59:59',
  application_deadline: '2031-03-01T23:59:59',
  number_of_vacancies: 2,
  description: {
    text: 'Vi söker svetsare.',
    text_formatted: '<p>annat</p>',
    requirements: 'Svetslicens krävs.',
    needs: null,
  },
  employer: {
    organization_number: '556000-0001',
    name: 'Påhittade Verkstaden AB',
    workplace: 'Verkstan',
    email: 'vd@example.com',
  },
  occupation: { concept_id: 'aaaa_bbb_ccc', label: 'Svetsare', legacy_ams_taxonomy_id: '1' },
  employment_type: { concept_id: 'PFZr_Syz_cUq', label: 'Vanlig anställning' },
  working_hours_type: { concept_id: '6YE1_gAC_R2G' },
  duration: { label: 'Tillsvidare' },
  scope_of_work: { min: 0, max: 100 },
  salary_description: 'Månadslön',
  workplace_address: { municipality: 'Luleå', municipality_code: '2580', municipality_concept_id: null },
  application_details: { url: 'www.example.com/sok', email: 'jobb@example.com', reference: 'Någon Namnsson' },
  application_contacts: [{ name: 'Någon Namnsson', telephone: '070-000 00 00' }],
  driving_license_required: true,
  driving_license: [{ concept_id: 'VTK8_WRx_GcM', label: 'B' }],
  must_have: { skills: [{ concept_id: 'sk', label: 'Svetsning', weight: 10 }] },
  nice_to_have: { languages: [{ concept_id: 'fi', label: 'Finska', weight: 8 }], skills: null },
  unknown: { anything: [1] },
};

function adOf(changes: Record<string, unknown> = {}): Ad {
  const record = readRecord({ ...whole, ...changes });
  if (record.type !== 'ad') throw new Error(JSON.stringify(record));
  return record.ad;
}

const reasonOf = (record: unknown): string => {
  const read = readRecord(record);
  return read.type === 'rejected' ? read.reason : read.type;
};

describe('an ad of JobSearch', () => {
  it('becomes what is used of it, without names and contacts of people', () => {
    const ad = adOf();
    expect(ad).toEqual({
      externalId: '901',
      headline: 'Svetsare till Påhittade Verkstaden',
      country: null,
      details: { drivingLicenceRequired: true, workplace: 'Verkstan' },
      text: 'Vi söker svetsare.\n\nSvetslicens krävs.',
      url: 'https://example.com/901',
      publishedAt: '2031-02-03T07:00:00.000Z',
      deadline: '2031-03-01',
      positions: 2,
      employer: { name: 'Påhittade Verkstaden AB', organisationNumber: '5560000001' },
      occupation: { id: 'aaaa_bbb_ccc', code: '1', label: 'Svetsare' },
      municipality: { id: null, code: '2580', label: 'Luleå' },
      employmentType: { id: 'PFZr_Syz_cUq', code: null, label: 'Vanlig anställning' },
      extent: { min: 1, max: 100 },
      duration: 'Tillsvidare',
      payText: 'Månadslön',
      applicationUrl: 'https://www.example.com/sok',
      applicationEmail: 'jobb@example.com',
      demands: [
        { kind: 'skill', concept: { id: 'sk', code: null, label: 'Svetsning' }, necessity: 'requirement', weight: 5 },
        {
          kind: 'driving-licence',
          concept: { id: 'VTK8_WRx_GcM', code: null, label: 'B' },
          necessity: 'requirement',
          weight: 5,
        },
        { kind: 'language', concept: { id: 'fi', code: null, label: 'Finska' }, necessity: 'merit', weight: 8 },
      ],
    });
    expect(JSON.stringify(ad)).not.toContain('Namnsson');
  });

  it('needs little', () => {
    const record = readRecord({ id: 7, headline: 'Kock', employer: { name: 'Påhittad krog' } });
    expect(record).toMatchObject({
      type: 'ad',
      externalId: '7',
      ad: { text: '', positions: 1, deadline: null, extent: null },
    });
  });

  it('takes the formatted text where there is no other', () => {
    expect(adOf({ description: { text: null, text_formatted: '<p>Ett</p><p>Två</p>' } }).text).toBe('Ett\n\nTvå');
  });

  it('ends when the source stops showing it, where no last day is given', () => {
    expect(adOf({ application_deadline: null }).deadline).toBe('2031-04-01');
  });

  it("keeps no person's number", () => {
    expect(adOf({ employer: { organization_number: '8001010000', name: 'x' } }).employer.organisationNumber).toBeNull();
  });

  it('drops an address that is none', () => {
    const ad = adOf({ application_details: { url: 'javascript:alert(1)', email: 'nej' }, webpage_url: 'se annonsen' });
    expect([ad.applicationUrl, ad.applicationEmail, ad.url]).toEqual([null, null, null]);
  });

  it('is the same content whatever is changed in what is not used', () => {
    const hash = (record: unknown): string | undefined => {
      const read = readRecord(record);
      return read.type === 'ad' ? read.hash : undefined;
    };
    expect(hash({ ...whole, timestamp: 5, logo_url: 'x' })).toBe(hash(whole));
    expect(hash({ ...whole, headline: 'Annan' })).not.toBe(hash(whole));
  });
});

describe('a removal of JobStream', () => {
  it.each([23800448, '23800448'])('may carry its id as %p', (id) => {
    expect(readRecord({ id, removed: true, removed_date: '2020-02-28T03:11:33' })).toEqual({
      type: 'removal',
      externalId: '23800448',
      removedAt: new Date('2020-02-28T02:11:33Z'),
    });
  });
});

describe('a bad record', () => {
  it.each([
    [null, 'not an object'],
    ['text', 'not an object'],
    [[], 'not an object'],
    [{}, 'id: '],
    [{ ...whole, id: '' }, 'id: '],
    [{ ...whole, id: -4 }, 'id: '],
    [{ ...whole, id: 'a b' }, 'id: '],
    [{ ...whole, headline: 5 }, 'headline: '],
    [{ ...whole, headline: '<p> </p>' }, 'headline: is empty'],
    [{ ...whole, headline: 'x'.repeat(301) }, 'headline: longer than 300'],
    [{ ...whole, headline: 'x'.repeat(100_000) }, 'headline: far too long'],
    [{ ...whole, description: { text: 'x'.repeat(100_000) } }, 'description.text: longer than 50000'],
    [{ ...whole, description: 'text' }, 'description: '],
    [{ ...whole, employer: null }, 'employer: '],
    [{ ...whole, employer: { name: ' ' } }, 'employer.name: is missing'],
    [{ ...whole, application_deadline: '2031-02-30T00:00:00' }, 'application_deadline: not a date'],
    [{ ...whole, application_deadline: 20310301 }, 'application_deadline: '],
    [{ ...whole, number_of_vacancies: 'many' }, 'number_of_vacancies: '],
    [{ ...whole, scope_of_work: { min: 80, max: 20 } }, 'scope_of_work: min is above max'],
    [{ ...whole, must_have: { skills: 'all' } }, 'must_have.skills: '],
    [{ id: {}, removed: true }, 'id: '],
    [{ id: 4, removed: true, removed_date: 'yesterday' }, 'removed_date: not a date'],
  ])('is rejected in one line: %#', (record, reason) => {
    const read = reasonOf(record);
    expect(read.slice(0, reason.length)).toBe(reason);
    expect(read).not.toContain('\n');
    expect(read.length).toBeLessThan(220);
  });

  it('never throws, whatever it is', () => {
    const any = fc.oneof(fc.anything(), fc.record({ id: fc.anything(), removed: fc.constant(true) }));
    const near = fc
      .tuple(fc.constantFrom(...Object.keys(whole)), fc.anything())
      .map(([key, value]) => ({ ...whole, [key]: value }));
    fc.assert(
      fc.property(fc.oneof(any, near), (record) => {
        expect(['ad', 'removal', 'rejected']).toContain(readRecord(record).type);
      }),
    );
  });
});
