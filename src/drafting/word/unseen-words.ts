import { XmlFlaw } from '../../files/domain/xml/xml-flaw.js';
import {
  attributeOf,
  childrenOf,
  descendantsOf,
  textOf,
  XmlTree,
  type XmlElement,
} from '../../files/domain/xml/xml-tree.js';
import { PLACE_LINK } from '../domain/places.js';
import { WORD_NAMES } from '../format/docx/names.js';
import { DocxUnreadable, textIn, type WordPackage } from '../format/docx/word-package.js';

/** Properties of a document that a converter writes into the PDF. */
const PRINTED: ReadonlySet<string> = new Set(['title', 'subject', 'keywords']);
/** The part of the properties, known by what it is: any part may bear any name. */
const PROPERTIES = 'coreProperties';

/** What a file says on no page and its PDF tells all the same: properties of the document, and where links lead. */
export function unseenWords(file: WordPackage): readonly string[] {
  return [...propertiesOf(file), ...linksOf(file)];
}

function propertiesOf({ parts }: WordPackage): readonly string[] {
  return [...parts].flatMap(([name, content]) => {
    const text = name.endsWith('.xml') ? textIn(content) : '';
    if (!text.includes(PROPERTIES)) return [];
    const root = rootOf(text);
    if (localName(root.name) !== PROPERTIES) return [];
    return [...descendantsOf(root)].filter((one) => PRINTED.has(localName(one.name))).map(textOf);
  });
}

/** @throws DocxUnreadable where no program reads the part the same */
function rootOf(text: string): XmlElement {
  try {
    return XmlTree.read(text, WORD_NAMES).root;
  } catch (error) {
    throw error instanceof XmlFlaw ? new DocxUnreadable('a part of the properties') : error;
  }
}

function linksOf(file: WordPackage): readonly string[] {
  return [...file.parts.keys()]
    .filter((name) => name.endsWith('.rels'))
    .flatMap((name) => [file.tree(name)?.root ?? []].flat())
    .flatMap(childrenOf)
    .filter((relation) => attributeOf(relation, 'Type')?.endsWith('/hyperlink') === true)
    .map((relation) => attributeOf(relation, 'Target') ?? '')
    .filter((target) => /^[a-z][\w+.-]*:/iu.test(target) && !PLACE_LINK.test(target))
    .map(decoded);
}

/** An address as people read it, without the word that says how it is opened. */
function decoded(address: string): string {
  const plain = address.replace(/^(?:mailto|tel|sms|callto):/iu, '');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
