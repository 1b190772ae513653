import { SourceText } from '../text/source-text.js';
import { UNASKED } from './ask.js';
import { CueScope } from './cue-scope.js';

/** The sentence's words with what is asked of each: + needed, ~ wished, nothing otherwise; cues in brackets. */
function marked(text: string): string {
  const source = new SourceText(text, 'sv', 'text');
  const scope = new CueScope(source, 0, source.length, UNASKED);
  return source.tokens
    .map(({ lower }, at) => {
      if (scope.isCue(at)) return `[${lower}]`;
      const { necessity } = scope.ask(at);
      return necessity === null ? lower : `${lower}${necessity === 'merit' ? '~' : '+'}`;
    })
    .join(' ');
}

it.each([
  ['Kran är meriterande', 'kran~ är~ [meriterande]'],
  ['Kran krävs, truck är meriterande', 'kran+ [krävs] truck~ är~ [meriterande]'],
  ['Du har kran, gärna truck och kan engelska', '[du] [har] kran+ [gärna] truck~ och~ kan+ engelska+'],
  ['Kran är inget krav', 'kran är inget [krav]'],
  ['Kran är inget krav men meriterande', 'kran~ är~ inget~ [krav] men [meriterande]'],
  ['Vi kräver kran', '[vi] [kräver] kran+'],
  ['Har du kran, truck eller lift är det en fördel', '[har] [du] kran~ truck~ eller~ lift~ är~ det~ [en] [fördel]'],
  ['Behärskar kran väl, truck är meriterande', 'behärskar+ kran+ väl+ truck~ är~ [meriterande]'],
  [
    'You must have a crane licence, a truck is a plus',
    '[you] [must] [have] a+ crane+ licence+ a~ truck~ is~ [a] [plus]',
  ],
  ['No crane licence required', 'no crane licence [required]'],
  ['Du kommer att köra kran', '[du] [kommer] att köra kran'],
])('%s', (text, expected) => expect(marked(text)).toBe(expected));
