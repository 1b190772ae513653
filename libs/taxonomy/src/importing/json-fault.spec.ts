import { jsonFault } from './json-fault.js';

describe('where a text stops being JSON', () => {
  it.each([
    ['', 0],
    ['{"a": x}', 6],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['{1: 2}', 1],
    ['[1, 2}', 5],
    ['[] []', 3],
    ['{"a": "b', 8],
    ['{"a": [1, {"b"', 14],
    ['{"a\u0001": 1}', 1],
    ['[01]', 2],
    ['["\\x"]', 1],
  ])('%j: at %i', (text, at) => {
    expect(() => void JSON.parse(text)).toThrow();
    expect(jsonFault(text)).toBe(at);
  });
});
