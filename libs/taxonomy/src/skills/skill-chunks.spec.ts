import { skillChunks } from './skill-chunks.js';

it('parts at punctuation, lines and joining words', () => {
  expect(skillChunks('Good knowledge of welding, robots and PLC systems.\nTeam player', 10)).toEqual([
    'Good knowledge of welding',
    'robots',
    'PLC systems',
    'Team player',
  ]);
});

it('cuts what is long into runs that overlap, and keeps to the limit', () => {
  expect(skillChunks('one two three four five six seven eight', 10)).toEqual([
    'one two three four five six',
    'four five six seven eight',
  ]);
  expect(skillChunks('a, b, c, d', 2)).toEqual(['a', 'b']);
  expect(skillChunks('', 5)).toEqual([]);
  expect(skillChunks('… , - and', 5)).toEqual([]);
});
