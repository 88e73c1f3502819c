import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import { readXml } from './read-xml.js';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { decodeBase64 } from './base64-decoder.js';
import type { XmlLimits } from './gate.js';
import type { XmlNode } from './xml-node.js';
import { XmlRefused } from './xml-refused.js';

const limits: XmlLimits = {
  maxBytes: 1024 * 1024,
  maxParsedBytes: 64 * 1024,
  maxDepth: 8,
  maxElements: 1000,
  cut: new Set(['Content']),
};
const xml = (text: string): Buffer => Buffer.from(text, 'utf8');
const root = (source: Buffer) => readXml(source, limits, (open) => open.root);

function refusalOf(source: Buffer): string {
  try {
    root(source);
    return 'accepted';
  } catch (error) {
    if (error instanceof XmlRefused) return error.code;
    throw error;
  }
}

const billionLaughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${'abcdefghi'
  .split('')
  .map((name) => `<!ENTITY ${name} "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">`)
  .join('')}]><a>&i;</a>`;

describe('what is refused before anything reads it', () => {
  it.each([
    ['a DOCTYPE', xml('<!DOCTYPE a><a/>'), 'doctype'],
    ['a DOCTYPE in small letters', xml('<!doctype a><a/>'), 'doctype'],
    ['a billion laughs', xml(billionLaughs), 'doctype'],
    ['an outside entity', xml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), 'doctype'],
    ['a DOCTYPE behind a comment', xml('<!-- > --><?p ?><!DOCTYPE a><a/>'), 'doctype'],
    ['a DOCTYPE in UTF-16', Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le'), 'doctype'],
    ['an undeclared entity', xml('<a>&x;</a>'), 'not-well-formed'],
    ['elements nested too deep', xml('<a>'.repeat(9) + '</a>'.repeat(9)), 'too-deep'],
    ['too many elements', xml(`<a>${'<b/>'.repeat(1000)}</a>`), 'too-many-elements'],
    ['too many comments', xml(`<a>${'<!---->'.repeat(1000)}</a>`), 'too-many-elements'],
    ['too many bytes', Buffer.alloc(1024 * 1024 + 1, 0x20), 'too-large'],
    ['too long a text for the parser', xml(`<a>${' '.repeat(64 * 1024)}</a>`), 'too-large'],
    ['nothing at all', Buffer.alloc(0), 'not-well-formed'],
    ['something that is not XML', xml('%PDF-1.7'), 'not-well-formed'],
    ['a file cut off in the middle', xml('<a><Content>QUJD</Cont'), 'not-well-formed'],
    ['a tag left open', xml('<a title="x'), 'not-well-formed'],
    ['a comment left open', xml('<a><!-- '), 'not-well-formed'],
    ['two roots', xml('<a/><b/>'), 'not-well-formed'],
    ['a control character', xml('<a>\u0001</a>'), 'not-well-formed'],
    ['a reference to a control character', xml('<a>&#1;</a>'), 'not-well-formed'],
    ['bytes that are not UTF-8', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]), 'encoding'],
    ['a declared foreign encoding', xml('<?xml version="1.0" encoding="windows-1258"?><a/>'), 'encoding'],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x61]), 'encoding'],
    ['a prefix without a namespace', xml('<x:a/>'), 'not-well-formed'],
  ])('%s', (_what, source, code) => {
    expect(refusalOf(source)).toBe(code);
  });
});

describe('what is read', () => {
  it.each([
    [
      'UTF-16 little endian with mark',
      Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>Đỗ</a>', 'utf16le'),
    ],
    ['UTF-16 big endian with mark', Buffer.from('\ufeff<a>Đỗ</a>', 'utf16le').swap16()],
    ['UTF-16 without mark', Buffer.from('<a>Đỗ</a>', 'utf16le')],
    ['UTF-8 with mark', xml('\ufeff<?xml version="1.0" encoding="UTF-8"?><a>Đỗ</a>')],
    ['CDATA and references', xml('<a><![CDATA[Đ]]>&#x1ED7;</a>')],
  ])('%s', (_what, source) => {
    expect(root(source).text).toBe('Đỗ');
  });

  it('notices a declaration that contradicts the bytes', () => {
    const source = xml('<?xml version="1.0" encoding="utf-16"?><a/>');

    expect(readXml(source, limits, (open) => open.mislabelled)).toBe(true);
  });

  it('leaves processing instructions out', () => {
    const node = root(xml('<?p?><a>x<?xml-stylesheet href="a"?>y<b/><?q?></a><?p?>'));

    expect(node).toMatchObject({ text: 'xy', children: [{ name: 'b' }] });
  });

  it('names elements and attributes without their prefixes', () => {
    const node = root(xml('<p:a xmlns:p="urn:x" xmlns:l="urn:l" l:href="1>2"><p:b/></p:a>'));

    expect(node).toMatchObject({ name: 'a', namespace: 'urn:x', children: [{ name: 'b' }] });
    expect(node.attributes.get('href')).toBe('1>2');
  });
});

describe('the base64 that is set aside', () => {
  const contents = (source: string) =>
    root(xml(source))
      .children.filter((child) => child.name === 'Content')
      .map((child) => ({ text: child.text, bytes: bytesOf(child)?.toString('utf8') ?? null }));

  it.each([
    ['goes back to its own element', '<a><Content>QQ==</Content><Content>Qg==</Content></a>', ['A', 'B']],
    ['may be broken into lines', '<a><Content>\r\n  QU\r\n  JD\r\n</Content></a>', ['ABC']],
    ['may lack its padding', '<a><Content>QQ</Content></a>', ['A']],
    ['may have a prefix and attributes', '<a xmlns:x="u"><x:Content y=">">QQ==</x:Content></a>', ['A']],
    ['is empty in an element with an end tag', '<a><Content></Content></a>', ['']],
    ['is not looked for in an empty element', '<a><Content/><Content>QQ==</Content></a>', [null, 'A']],
    ['is not looked for in a comment', '<a><!--<Content>QQ==</Content>--><Content>Qg==</Content></a>', ['B']],
    ['is not looked for in CDATA', '<a><b><![CDATA[<Content>QQ==]]></b><Content>Qg==</Content></a>', ['B']],
    ['is not looked for in an attribute', '<a b="&lt;Content>QQ=="><Content>Qg==</Content></a>', ['B']],
    ['stays text when it is no base64', '<a><Content>không phải</Content></a>', [null]],
    ['stays text when padding stands inside', '<a><Content>QQ==QQ==</Content></a>', [null]],
    ['stays text when a character is left over', '<a><Content>QUJDR</Content></a>', [null]],
    ['may stand in CDATA', '<a><Content><![CDATA[\nQQ==]]></Content><Content>Qg==</Content></a>', ['A', 'B']],
    ['stays text when CDATA is only a part of it', '<a><Content><![CDATA[QQ]]>==</Content></a>', [null]],
  ])('%s', (_what, source, expected) => {
    expect(contents(source).map((content) => content.bytes)).toEqual(expected);
  });

  it('does not hide what is wrong around it', () => {
    expect(refusalOf(xml('<a><Content>QQ==</Contents></a>'))).toBe('not-well-formed');
    expect(refusalOf(xml('<a x="<Content>QQ==</Content>"/>'))).toBe('not-well-formed');
  });

  it('never changes whether a document is accepted, nor what it says', () => {
    const fragments = [
      '<a>',
      '</a>',
      '<Content>',
      '</Content>',
      '<Content/>',
      '<x:Content a="',
      '">',
      "'",
      '"',
      '>',
      '<',
    ];
    const more = ['<!--', '-->', '<![CDATA[', ']]>', '<?p ', '?>', 'QQ==', 'QUJD', '=', ' ', '&#61;', '/', 'ơ'];
    const anything = fc.array(fc.constantFrom(...fragments, ...more), { maxLength: 24 }).map((parts) => parts.join(''));
    const wrapped = fc.tuple(anything, anything, anything).map(([a, b, c]) => `<a>${a}<Content>${b}</Content>${c}</a>`);
    const whole = (source: string, cut: XmlLimits['cut']) => {
      try {
        return readXml(xml(source), { ...limits, cut }, (open) => textsOf(open.root));
      } catch (error) {
        if (error instanceof XmlRefused) return error.code;
        throw error;
      }
    };
    checkProperty(
      fc.property(fc.oneof(anything, wrapped), (source) => {
        expect(whole(source, limits.cut)).toEqual(whole(source, new Set()));
      }),
      { numRuns: 3000 },
    );
  });
});

/** Every element with its bytes, whichever way they came. */
function textsOf(node: XmlNode): unknown[] {
  const { name, text, children } = node;
  const mayHold = name === 'Content' && children.length === 0;
  const bytes = mayHold ? (bytesOf(node) ?? decodeBase64(Buffer.from(text))) : null;
  return [name, bytes?.toString('hex') ?? text, ...children.map(textsOf)];
}

function bytesOf({ bytes }: XmlNode): Buffer | null {
  return bytes instanceof MemoryBytes ? bytes.content : null;
}
