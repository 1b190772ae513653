import fc from 'fast-check';
import { plainText, tidyLine, tidyText, withoutTags } from './ad-text.js';

describe('text out of formatted text', () => {
  it('keeps lines and lists, and reads entities', () => {
    const html =
      '<p>Du har <strong>B-k&ouml;rkort</strong> &amp; truckkort.</p><ul><li>Svets</li>\n <li>Kran&#33;</li></ul>';
    expect(plainText(html)).toBe('Du har B-körkort & truckkort.\n\n- Svets\n\n- Kran!');
  });

  it('drops scripts, styles and comments with what is in them', () => {
    const html = 'a<script>alert("x")</script>b<style>p{}</style><!-- hidden -->c<img src=x onerror="alert(1)">';
    const text = plainText(html);
    expect(text.replace(/\s/g, '')).toBe('abc');
  });

  it('leaves what only looks like a tag', () => {
    expect(withoutTags('restid <10 min, a<b, <namn> & 3 > 2')).toBe('restid <10 min, a<b, <namn> & 3 > 2');
  });

  it('drops a script that never ends', () => {
    expect(tidyText(withoutTags('före<script>document.cookie'))).toBe('före');
  });

  it('removes control characters and halves of pairs', () => {
    expect(tidyText('a\u0000b\r\nc\td\u0007\ud800e')).toBe('ab\nc\td\ufffde');
    expect(tidyLine('  en \u0000\n rad\t')).toBe('en rad');
  });

  it('gives text that can be stored, whatever it is given', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            '<',
            '>',
            '<p',
            '</script>',
            '<script>',
            '<!--',
            '&#0;',
            '&#xd800;',
            '\u0000',
            '\ud800',
            ' ',
            '\n',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, (input) => {
        const text = plainText(input);
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f]/);
        expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
      }),
    );
  });
});
