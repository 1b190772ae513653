import { decode } from '#platform';
import { SaxesParser } from 'saxes';
import { FeedError } from '../reading/feed-error.js';
import { present, type FeedRecord } from './feed-record.js';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const postings = new Set(['JobPositionPosting', 'PositionOpening']);
const mostElements = 5_000;
const longestText = 200_000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** HR-XML: `JobPositionPosting` as Arbetsförmedlingen takes it, and `PositionOpening`. Entities of the file's own and documents elsewhere are not read. */
export async function* hrXmlAds(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FeedRecord> {
  const found: FeedRecord[] = [];
  const open: Element[] = [];
  let [position, elements] = [0, 0];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0 && !postings.has(local(name))) return;
    if (open.length === 0) elements = 0;
    elements += 1;
    const element: Element = {
      name: local(name),
      attributes,
      children: [],
      text: '',
    };
    if (elements <= mostElements) open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    const at = open.at(-1);
    if (at && at.text.length < longestText) at.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element || open.length > 0) return;
    position += 1;
    if (elements > mostElements) found.push({ position, fault: `it has more than ${mostElements} elements` });
    else found.push({ position, value: adOf(element) });
  });
  parser.on('error', (error) => {
    throw new FeedError(`it is no XML: ${error.message.slice(0, 200)}`);
  });
  for await (const chunk of decode(bytes)) {
    parser.write(chunk);
    yield* found.splice(0);
  }
  parser.close();
  yield* found;
}

/** The first element of one of these names, at any depth, in the order of the names. */
function first(within: Element, ...names: string[]): Element | undefined {
  for (const name of names) {
    const found = search(within, name);
    if (found) return found;
  }
  return undefined;
}

function search(within: Element, name: string): Element | undefined {
  for (const child of within.children) {
    if (child.name === name) return child;
    const below = search(child, name);
    if (below) return below;
  }
  return undefined;
}

const textOf = (element: Element | undefined): string | undefined => element?.text.trim() || undefined;

const wholeText = (element: Element | undefined): string =>
  element ? [element.text.trim(), ...element.children.map(wholeText)].filter((one) => one !== '').join('\n') : '';

function adOf(posting: Element): Record<string, unknown> {
  const text = (...names: string[]): string | undefined => textOf(first(posting, ...names));
  const id = text('JobPositionPostingId', 'IdValue', 'PositionRecordInfo', 'DocumentID', 'Id');
  if (/^(inactive|closed|deleted)$/i.test(posting.attributes['status'] ?? '')) return { id, removed: true };
  const organisation = first(posting, 'HiringOrg', 'Organization', 'PositionOrganization') ?? posting;
  const place = first(posting, 'JobPositionLocation', 'PhysicalLocation', 'PositionLocation');
  const municipality = place && textOf(first(place, 'Municipality', 'CityName', 'Region'));
  const dates = first(posting, 'PostDetail', 'PositionDateInfo', 'PostingInstruction');
  const licences = searchAll(posting, 'Qualification').filter(({ attributes }) =>
    /DriversLicense/i.test(attributes['description'] ?? ''),
  );
  const occupation = first(posting, 'OccupationGroup', 'JobCategory');
  const number = textOf(first(organisation, 'HiringOrgId', 'OrganizationId', 'LegalId'))?.replace(/^46-?/, '');
  return present({
    id,
    headline: text('JobPositionTitle', 'PositionTitle', 'Title') ?? '',
    publication_date: dates && textOf(first(dates, 'StartDate')?.children[0] ?? first(dates, 'StartDate')),
    application_deadline: dates && textOf(first(dates, 'EndDate')?.children[0] ?? first(dates, 'EndDate')),
    number_of_vacancies: Number(text('NumberToFill', 'OpenPositions', 'NumberOfOpenings') ?? 1) || 1,
    description: {
      text: [
        wholeText(
          first(posting, 'JobPositionPurpose', 'PositionDescription', 'FormattedPositionDescription', 'Description'),
        ),
        wholeText(first(posting, 'QualificationsRequired', 'PositionQualifications')),
        wholeText(first(posting, 'QualificationsPreferred')),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
      company_information: text('HiringOrgDescription', 'OrganizationDescription'),
    },
    employer: present({
      name: textOf(first(organisation, 'HiringOrgName', 'OrganizationName', 'Name')),
      organization_number: number,
    }),
    occupation: occupation
      ? { legacy_ams_taxonomy_id: occupation.attributes['code'], label: textOf(occupation) }
      : undefined,
    workplace_address: present({
      municipality_code: municipality && /^\d{4}$/.test(municipality) ? municipality : undefined,
      municipality: municipality && !/^\d{4}$/.test(municipality) ? municipality : undefined,
      street_address: place && textOf(first(place, 'StreetName')),
      postcode: place && textOf(first(place, 'PostalCode')),
    }),
    salary_description: textOf(first(first(posting, 'CompensationDescription') ?? posting, 'SummaryText')),
    working_hours_type: first(posting, 'FullTime') ? { concept_id: '6YE1_gAC_R2G' } : undefined,
    duration:
      first(posting, 'Duration') && first(first(posting, 'Duration')!, 'Regular')
        ? { label: 'Tills vidare' }
        : undefined,
    application_details: present({
      url: textOf(first(first(posting, 'HowToApply', 'ApplicationMethod') ?? posting, 'URL')),
    }),
    driving_license: licences.flatMap(({ attributes }) =>
      (attributes['category'] ?? '')
        .split(',')
        .map((category) => ({ legacy_ams_taxonomy_id: null, label: category.trim() })),
    ),
    driving_license_required: licences.length > 0 ? true : undefined,
  });
}

const searchAll = (within: Element, name: string): Element[] =>
  within.children.flatMap((child) => [...(child.name === name ? [child] : []), ...searchAll(child, name)]);
