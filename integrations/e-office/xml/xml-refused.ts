export type XmlRefusal =
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'too-deep'
  | 'too-many-elements'
  | 'not-well-formed'
  | 'parts';

/** XML from outside that nobody reads further. `message` is a Vietnamese sentence for a clerk. */
export class XmlRefused extends Error {
  constructor(
    readonly code: XmlRefusal,
    message: string,
  ) {
    super(message);
    this.name = 'XmlRefused';
  }
}
