import { xmlTags } from './xml-tags.js';

const read = (xml: string): readonly string[] =>
  [...xmlTags(xml)].flatMap(({ name, kind, values }) => (kind === 'end' ? [] : [[name, ...values('r')].join(' ')]));

describe('the tags of an XML part', () => {
  it.each([
    ['double quotes', '<c r="B2"/>', ['c B2']],
    ['single quotes', "<c r='B2'/>", ['c B2']],
    ['other attributes before, spaces around the sign', `<c s='1' t="a>b"\n r = 'B2' >x</c >`, ['c B2']],
    ['a prefix of the tag and of the attribute', '<x:c x:r="B2"></x:c>', ['c B2']],
    ['the attribute twice: both', '<c r="A1" x:r="A9"/>', ['c A1 A9']],
    ['a reference as it is written', '<c r="&#66;2"/>', ['c &#66;2']],
    ['no such attribute', '<row/><c/>', ['row', 'c']],
  ])('are read with %s', (_what, xml, expected) => {
    expect(read(xml)).toEqual(expected);
  });

  it('begin elements, end them, or both', () => {
    expect([...xmlTags('<c><x:v>1</x:v><f/></c>')].map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'c begin',
      'v begin',
      'v end',
      'f empty',
      'c end',
    ]);
  });

  it('are not those in comments, quoted text and instructions', () => {
    expect(read('<?xml version="1.0"?><!-- <c r="A1"/> --><t><![CDATA[<c r="A2"/>]]></t>')).toEqual(['t']);
  });

  it.each([
    ['a document type', '<!DOCTYPE c [<!ENTITY a "b">]><c/>'],
    ['a tag that does not end', '<c r="A1"'],
    ['quotes that do not close', '<c r="A1/>'],
    ['an attribute without quotes', '<c r=A1/>'],
    ['attributes that touch', '<c s="1"r="A1"/>'],
    ['a comment that does not end', '<!-- <c/>'],
    ['a bare sign', 'a < b'],
  ])('refuse %s', (_what, xml) => {
    expect(() => read(xml)).toThrow(SyntaxError);
  });
});
