import { renderToStaticMarkup } from 'react-dom/server';
import { MarkedParagraphs, MarkedText } from './marked-text.js';

describe('marked text', () => {
  it('marks the words and escapes the rest', () => {
    const text = 'B-körkort & <b>truckkort</b>';
    const start = text.indexOf('truckkort');
    expect(renderToStaticMarkup(<MarkedText text={text} marks={[{ start, end: start + 9 }]} />)).toBe(
      'B-körkort &amp; &lt;b&gt;<mark>truckkort</mark>&lt;/b&gt;',
    );
  });

  it('keeps the first of two that overlap', () => {
    expect(
      renderToStaticMarkup(
        <MarkedText
          text="abcdef"
          marks={[
            { start: 2, end: 4 },
            { start: 3, end: 5 },
          ]}
        />,
      ),
    ).toBe('ab<mark>cd</mark>ef');
  });

  it('keeps marks in their paragraphs', () => {
    const text = 'Ett\n\nTvå ord\nhär';
    const start = text.indexOf('ord');
    expect(renderToStaticMarkup(<MarkedParagraphs text={text} marks={[{ start, end: start + 3 }]} />)).toBe(
      '<p>Ett</p><p>Två <mark>ord</mark>\nhär</p>',
    );
  });
});
