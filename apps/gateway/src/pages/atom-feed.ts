import type { VacancySearchAnswer } from '#contracts';
import { vacancyAddress } from '#site';
import type { PageContext } from './page-context.js';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text between tags and in attributes, without what XML cannot hold. */
export const xmlText = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ' ')
    .replace(/[&<>"]/g, (sign) => signs[sign]!);

/** The newest hits of a search as an Atom feed (RFC 4287). */
export function atomFeed(
  { language, labels, t, origin }: PageContext,
  answer: VacancySearchAnswer,
  { title, self, page }: { readonly title: string; readonly self: string; readonly page: string },
): string {
  const newest = answer.items
    .map(({ publishedAt }) => publishedAt ?? '')
    .sort()
    .at(-1);
  const entries = answer.items.map(({ id, headline, employer, municipalities, publishedAt, deadline }) => {
    const url = `${origin}${vacancyAddress(language, id)}`;
    const lines = [
      [employer.name, labels.places(municipalities)].filter(Boolean).join(', '),
      ...(deadline ? [`${t('vacancy.deadline')}: ${labels.day(deadline)}`] : []),
    ];
    return `<entry>
<id>urn:uuid:${id}</id>
<title>${xmlText(headline)}</title>
<link href="${xmlText(url)}"/>
<updated>${publishedAt}</updated>
<published>${publishedAt}</published>
<author><name>${xmlText(employer.name)}</name></author>
<summary>${xmlText(lines.join('. '))}</summary>
</entry>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${xmlText(origin + self)}</id>
<title>${xmlText(title)}</title>
<link rel="self" href="${xmlText(origin + self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(origin + page)}"/>
<updated>${newest ?? '1970-01-01T00:00:00Z'}</updated>
${entries.join('\n')}
</feed>
`;
}
