import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000);

/** An address of the web, with `https://` before what names none; null for what is no such address. */
export function webAddressOf(value: string | null): string | null {
  if (value === null) return null;
  const whole = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  return webAddress.safeParse(whole).success ? whole : null;
}
