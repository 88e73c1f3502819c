import { XmlFlaw } from '../../../files/domain/xml/xml-flaw.js';
import { splitRelationships } from './relationships.js';

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const ONE = '<Relationship Id="rId1" Type="http://x/thumbnail" Target="thumbnail.jpeg"/>';
const listOf = (content: string): string => `<Relationships xmlns="${NAMESPACE}">${content}</Relationships>`;
const NONE = { ids: new Set<string>(), types: new Set<string>() };

describe('the relationships of a part of an Office file', () => {
  it('names the types of those that are not covered', () => {
    expect(splitRelationships(listOf(ONE), NONE).othersTypes).toEqual(['http://x/thumbnail']);
  });

  it.each([
    [
      'a choice between newer and older programs',
      `<mc:AlternateContent xmlns:mc="${COMPATIBILITY}"><mc:Choice Requires="mc">${ONE}</mc:Choice></mc:AlternateContent>`,
    ],
    ['a list of another namespace', `<x:y xmlns:x="http://x">${ONE}</x:y>`],
    ['a relationship within another', ONE.replace('/>', `>${ONE}</Relationship>`)],
  ])('takes no list that holds %s', (_what, content) => {
    expect(() => splitRelationships(listOf(content), NONE)).toThrow(XmlFlaw);
  });

  it('takes no other list for one of relationships', () => {
    expect(() => splitRelationships(`<x xmlns="${NAMESPACE}">${ONE}</x>`, NONE)).toThrow(XmlFlaw);
  });
});
