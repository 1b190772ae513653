import { commandOf, letterKeys } from './keys.js';

const press = (key: string, over: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...over });

describe('keys in the list', () => {
  it('mean one thing each, in capitals too', () => {
    expect(new Set(letterKeys.map(([letter]) => letter)).size).toBe(letterKeys.length);
    expect(commandOf(press('A'), true)).toEqual({ kind: 'decide', stage: 'advance' });
  });

  it('of letters can be switched off; moving cannot', () => {
    for (const [letter] of letterKeys) expect(commandOf(press(letter), false)).toBeNull();
    expect(commandOf(press('ArrowDown'), false)).toEqual({ kind: 'move', by: 1 });
  });

  it('leave the browser its own', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey'])
      expect(commandOf(press('a', { [held]: true }), true)).toBeNull();
    expect(commandOf(press('q'), true)).toBeNull();
  });
});
