import { spelledRight } from './spelling.js';

it.each([
  ['erfarenehet', 'erfarenhet'],
  ['arbetslivserfarenshet', 'arbetslivserfarenhet'],
  ['meritterande', 'meriterande'],
  ['utblidning', 'utbildning'],
  ['körkrot', 'körkort'],
  ['expereince', 'experience'],
])('takes "%s" for "%s"', (word, meant) => expect(spelledRight(word)).toBe(meant));

it.each([
  'erfarenheten',
  'utbildningar',
  'legitimerade',
  'kunskapen',
  'svetsning',
  'certifikatet',
  'erfaren',
  'utbildare',
])('leaves "%s" alone', (word) => expect(spelledRight(word)).toBe(word));
