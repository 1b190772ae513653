/** Text as people type it in a hurry: lower case, without diacritics and punctuation, words parted by one space. Keeps `+` and `#` (C++, C#). */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = isAscii.test(lower)
    ? lower
    : lower.normalize('NFKD').replace(marks, '').toLowerCase().replace(ligatures, unligature);
  return plain.replace(separators, ' ').trim();
}

const isAscii = /^[\x20-\x7e]*$/;
const marks = /\p{M}/gu;
const ligatures = /[æøß]/g;
const separators = /[^\p{L}\p{N}+#]+/gu;

function unligature(letter: string): string {
  return letter === 'æ' ? 'ae' : letter === 'ø' ? 'o' : 'ss';
}
