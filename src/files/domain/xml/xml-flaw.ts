/** What keeps XML from being handed to a parser. */
export type XmlProblem =
  | 'xml-encoding'
  | 'xml-doctype'
  | 'xml-too-deep'
  | 'xml-too-many-elements'
  | 'xml-too-many-attributes'
  | 'xml-entity'
  | 'xml-not-well-formed';

export class XmlFlaw extends Error {
  constructor(readonly problem: XmlProblem) {
    super(problem);
    this.name = 'XmlFlaw';
  }
}
