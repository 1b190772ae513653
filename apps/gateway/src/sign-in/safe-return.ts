const longest = 2000;

/** Where to go after signing in: an address of our own, as a browser would read what was asked for; else the start. */
export function safeReturn(asked: unknown, origin: string): string {
  const start = `${origin}/`;
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > longest) return start;
  if (!URL.canParse(asked, origin)) return start;
  const url = new URL(asked, origin);
  const isOurs = url.origin === origin && url.username === '' && url.password === '';
  return isOurs ? url.href : start;
}
