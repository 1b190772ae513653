import { ImportError, type InputFile } from '#taxonomy';

const timeoutMs = 120_000;
const attempts = 3;
const usualPauseMs = 1_000;

const base = 'id preferred_label type';
const list = (type: string, fields: string): string => `concepts(type: "${type}", version: "VERSION") { ${fields} }`;

/** What is asked of the API, each as one GraphQL query: the same as JobTech's published dumps, and what has replaced what. */
const queries: Readonly<Record<string, string>> = {
  'occupation-groups': list(
    'ssyk-level-1',
    `${base} ssyk_code_2012 narrower(type: "ssyk-level-2") { ${base} ssyk_code_2012
     narrower(type: "ssyk-level-3") { ${base} ssyk_code_2012
     narrower(type: "ssyk-level-4") { ${base} ssyk_code_2012 definition broader(type: "occupation-field") { ${base} } } } }`,
  ),
  occupations: list(
    'ssyk-level-4',
    `${base} ssyk_code_2012 narrower(type: "occupation-name") { ${base} alternative_labels }`,
  ),
  'isco-groups': list(
    'ssyk-level-4',
    `${base} ssyk_code_2012 related(type: "isco-level-4") { ${base} isco_code_08 definition }`,
  ),
  substitutability: list(
    'occupation-name',
    `${base} substituted_by(type: "occupation-name") { ${base} substitutability_percentage }`,
  ),
  skills: list('skill', `${base} alternative_labels`),
  'group-skills': list('ssyk-level-4', `${base} ssyk_code_2012 related(type: "skill") { ${base} }`),
  keywords: list('keyword', `${base} related { ${base} }`),
  'job-titles': list('job-title', `${base} related(type: "occupation-name") { ${base} }`),
  languages: list('language', `${base} iso_639_3_alpha_2_2007`),
  countries: list('country', `${base} iso_3166_1_alpha_2_2013`),
  municipalities: list('municipality', `${base} lau_2_code_2015`),
  'driving-licences': list('driving-licence', `${base} driving_licence_code_2013`),
  'employment-types': list('employment-type', base),
  'education-fields': list(
    'sun-education-field-1',
    `${base} sun_education_field_code_2020 narrower(type: "sun-education-field-2") { ${base} sun_education_field_code_2020 definition
     narrower(type: "sun-education-field-3") { ${base} sun_education_field_code_2020 definition
     narrower(type: "sun-education-field-4") { ${base} sun_education_field_code_2020 definition } } }`,
  ),
  'education-levels': list(
    'sun-education-level-1',
    `${base} sun_education_level_code_2020 narrower(type: "sun-education-level-2") { ${base} sun_education_level_code_2020
     narrower(type: "sun-education-level-3") { ${base} sun_education_level_code_2020 } }`,
  ),
  industries: list(
    'sni-level-1',
    `${base} sni_level_code_2007 narrower(type: "sni-level-2") { ${base} sni_level_code_2007
     narrower(type: "sni-level-3") { ${base} sni_level_code_2007 narrower(type: "sni-level-4") { ${base} sni_level_code_2007
     narrower(type: "sni-level-5") { ${base} sni_level_code_2007 } } } }`,
  ),
  'replaced-occupations': replaced('occupation-name'),
  'replaced-skills': replaced('skill'),
};

function replaced(type: string): string {
  return `concepts(type: "${type}", version: "VERSION", include_deprecated: true) { ${base} deprecated replaced_by { ${base} } }`;
}

export interface AskOptions {
  readonly version?: string | undefined;
  /** Before what may pass is asked again; twice as long the second time. */
  readonly pauseMs?: number;
  readonly onProgress?: (done: number, of: number) => void;
}

export interface JobtechAnswers {
  readonly version: string;
  readonly files: readonly InputFile[];
}

/**
 * Asks JobTech's taxonomy API (`https://taxonomy.api.jobtechdev.se/v1/taxonomy`) for a whole version, the newest unless one is named.
 *
 * @throws ImportError `unreachable` with the query that was not answered.
 */
export async function askJobtech(address: string, options: AskOptions = {}): Promise<JobtechAnswers> {
  const root = address.replace(/\/+$/, '').replace(/\/graphql$/, '');
  const { pauseMs = usualPauseMs } = options;
  const version = options.version ?? (await newestVersion(root, pauseMs));
  const entries = Object.entries(queries);
  const files: InputFile[] = [];
  for (const [name, query] of entries) {
    const text = await ask(
      root,
      name,
      `query { ${query.replaceAll('VERSION', version).replace(/\s+/g, ' ')} }`,
      pauseMs,
    );
    files.push({ name: `jobtech-api/${name}.json`, bytes: () => Buffer.from(text) });
    options.onProgress?.(files.length, entries.length);
  }
  return { version, files };
}

async function newestVersion(root: string, pauseMs: number): Promise<string> {
  const answer = JSON.parse(await ask(root, 'versions', 'query { versions { id } }', pauseMs)) as {
    data?: { versions?: { id?: unknown }[] };
  };
  const ids = (answer.data?.versions ?? []).map(({ id }) => Number(id)).filter((id) => Number.isInteger(id));
  if (ids.length === 0) throw new ImportError('unreachable', root, 'versions', 'names no version');
  return String(Math.max(...ids));
}

async function ask(root: string, name: string, query: string, pauseMs: number): Promise<string> {
  const url = `${root}/graphql?${new URLSearchParams({ query }).toString()}`;
  for (let attempt = 1; ; attempt++) {
    const fault = await answerTo(url);
    if ('text' in fault) return fault.text;
    if (!fault.mayPass || attempt === attempts) throw new ImportError('unreachable', root, name, fault.reason);
    await new Promise((resolve) => setTimeout(resolve, attempt * pauseMs));
  }
}

type Answer = { readonly text: string } | { readonly reason: string; readonly mayPass: boolean };

async function answerTo(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok)
      return { reason: `answered ${response.status}`, mayPass: response.status >= 500 || response.status === 429 };
    const text = await response.text();
    const { errors } = JSON.parse(text) as { errors?: { message?: string }[] };
    if (errors?.length) return { reason: `refused: ${errors[0]?.message ?? 'no reason given'}`, mayPass: false };
    return { text };
  } catch (error) {
    if (error instanceof SyntaxError) return { reason: 'answered what is no JSON', mayPass: true };
    const { cause, message } = error as Error & { cause?: Error };
    return { reason: cause?.message ?? message, mayPass: true };
  }
}
