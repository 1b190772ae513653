const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (one) => entities[one]!);

const address = /https?:\/\/[^\s<>"'`]{1,2000}/g;
const item = /^\s*[-•*·]\s+(.*)$/;
const ending = /[.,;:!?)\]]+$/;

/**
 * A plain text as paragraphs, lists and links to http(s), and nothing else. Made from the text rather than passed through from a source: what clients put
 * into their pages unseen holds no attribute but `href`, and says what the text says.
 */
export function formattedText(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(block)
    .join('');
}

function block(part: string): string {
  let html = '';
  let lines: string[] = [];
  let items: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) html += `<p>${lines.join('<br>')}</p>`;
    if (items.length > 0) html += `<ul>${items.map((one) => `<li>${one}</li>`).join('')}</ul>`;
    lines = [];
    items = [];
  };
  for (const line of part.split('\n')) {
    const point = item.exec(line)?.[1];
    if ((point !== undefined && lines.length > 0) || (point === undefined && items.length > 0)) flush();
    if (point === undefined) lines.push(linked(line.trim()));
    else items.push(linked(point.trim()));
  }
  flush();
  return html;
}

function linked(line: string): string {
  let html = '';
  let from = 0;
  for (const { 0: found, index } of line.matchAll(address)) {
    const url = found.replace(ending, '');
    html += escape(line.slice(from, index));
    html += URL.canParse(url) ? `<a href="${escape(url)}">${escape(url)}</a>` : escape(url);
    from = index + url.length;
  }
  return html + escape(line.slice(from));
}
