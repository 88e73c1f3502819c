import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import { readXml } from './read-xml.js';
import { escapeXml, printable, writeXml } from './xml-writing.js';

const limits = { maxBytes: 1 << 20, maxParsedBytes: 1 << 20, maxDepth: 8, maxElements: 100, cut: new Set<string>() };

describe('text that is written', () => {
  it.each([
    ['markup', '<b>&"</b>', '&lt;b&gt;&amp;&quot;&lt;/b&gt;'],
    [
      'a CDATA section of the citizen',
      '<![CDATA[a]]></x><x><![CDATA[b]]>',
      '&lt;![CDATA[a]]&gt;&lt;/x&gt;&lt;x&gt;&lt;![CDATA[b]]&gt;',
    ],
    ['control characters', 'a\u0000b\u0001c\u007fd', 'abcd'],
    ['the vertical tab of Word', 'a\u000bb', 'a\nb'],
    ['half of a surrogate pair', 'a\ud800b\u{1F600}', 'ab\u{1F600}'],
    ['line ends of Windows', 'a\r\nb\rc', 'a\nb\nc'],
  ])('%s', (_what, text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });

  it('comes back as it was, whatever it is', () => {
    checkProperty(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = writeXml({
          name: 'a',
          attributes: { b: printable(text).replace(/\s/gu, '') },
          content: [{ name: 'c', content: text }],
        });
        const root = readXml(bytes, limits, (open) => open.root);
        expect(root.children[0]?.text).toBe(printable(text));
        expect(root.attributes.get('b')).toBe(printable(text).replace(/\s/gu, ''));
      }),
      { numRuns: 300 },
    );
  });
});
