import { XmlCData, XmlElement, XmlText } from 'libxml2-wasm';
import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import { XmlRefused } from './xml-refused.js';

/** Of XML-binary Optimized Packaging (W3C, 2005). */
export const XOP_NAMESPACE = 'http://www.w3.org/2004/08/xop/include';

/** Parts beside a document, each the whole content of one element that names it by `xop:Include`. */
export class IncludedParts {
  private readonly left: Map<string, HeldBytes>;

  /** @param parts by their identity, without `cid:` */
  constructor(parts: ReadonlyMap<string, HeldBytes>) {
    this.left = new Map(parts);
  }

  /**
   * The part that is an element's content; what named it is taken out of the document, so that a schema sees what it sees where base64 was cut.
   *
   * @returns null when the element names none
   * @throws XmlRefused when it names one that is not there, or was named before, or more than one, or has other content too
   */
  takeFrom(element: XmlElement): HeldBytes | null {
    const children = contentOf(element);
    const include = children.find((child) => child instanceof XmlElement && isInclude(child));
    if (!(include instanceof XmlElement)) return null;
    if (children.length > 1) throw refused('Phần tử mang xop:Include không được có nội dung nào khác.');
    const id = contentIdOf(include.attr('href')?.value ?? '');
    const part = this.left.get(id);
    if (part === undefined) throw refused('Một xop:Include chỉ tới phần không có, hoặc đã được dùng.');
    this.left.delete(id);
    include.remove();
    return part;
  }

  /** Nothing of the message is lost on the way. @throws XmlRefused when a part is left that no element named, or an element names one where no file stands */
  requireAllTaken(root: XmlElement): void {
    if (this.left.size > 0) throw refused('Có phần đi kèm mà phong bì không chỉ tới.');
    if (root.get('//x:Include', { x: XOP_NAMESPACE }) !== null) {
      throw refused('xop:Include nằm ở phần tử không mang tệp.');
    }
  }
}

/** Elements, and text that is not only white space. */
function contentOf(element: XmlElement): readonly (XmlElement | XmlText | XmlCData)[] {
  const content: (XmlElement | XmlText | XmlCData)[] = [];
  for (let child = element.firstChild; child !== null; child = child.next) {
    const isWords = (child instanceof XmlText || child instanceof XmlCData) && child.content.trim() !== '';
    if (isWords || child instanceof XmlElement) content.push(child);
  }
  return content;
}

function isInclude({ name, namespaceUri }: XmlElement): boolean {
  return name === 'Include' && namespaceUri === XOP_NAMESPACE;
}

/** The identity in a URL of the scheme `cid` (RFC 2392). */
function contentIdOf(href: string): string {
  const [, written] = /^cid:(.+)$/iu.exec(href.trim()) ?? [];
  try {
    if (written !== undefined) return decodeURIComponent(written);
  } catch {
    // Not the encoding of a URL.
  }
  throw refused('xop:Include chỉ được chỉ tới một phần của chính thông điệp (cid:).');
}

function refused(reason: string): XmlRefused {
  return new XmlRefused('parts', reason);
}
