const space = /[\t\n\r ]*/y;
const value =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

/**
 * Where a text stops being JSON: the index of the first token that cannot stand there, the text's length where it is cut short. For texts that
 * `JSON.parse` refused, whose own message names no place on every version of Node.
 */
export function jsonFault(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = end(space, text, at);
    const char = text[at];
    if (char === undefined) return at;
    const isKey = expected === 'key' || expected === 'key-or-end';
    if (expected === 'colon') {
      if (char !== ':') return at;
      expected = 'value';
      at += 1;
    } else if (isKey && char === '"') {
      const after = end(value, text, at);
      if (after === at) return faultIn(text, at);
      expected = 'colon';
      at = after;
    } else if (char === '}' || char === ']') {
      const closes = open.at(-1) === (char === '}' ? '{' : '[');
      const mayEnd = expected === 'comma-or-end' || expected === (char === '}' ? 'key-or-end' : 'value-or-end');
      if (!closes || !mayEnd) return at;
      open.pop();
      expected = 'comma-or-end';
      at += 1;
    } else if (expected === 'comma-or-end') {
      if (char !== ',' || open.length === 0) return at;
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (isKey) return at;
    else if (char === '{' || char === '[') {
      open.push(char);
      expected = char === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else {
      const after = end(value, text, at);
      if (after === at) return faultIn(text, at);
      expected = 'comma-or-end';
      at = after;
    }
  }
}

function end(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** A string that never ends was cut short. */
function faultIn(text: string, at: number): number {
  return text[at] === '"' && !/"(?:[^"\\]|\\.)*"/sy.test(text.slice(at)) ? text.length : at;
}
