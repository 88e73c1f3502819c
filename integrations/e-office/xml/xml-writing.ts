/**
 * Text as XML can carry it: line ends become LF, Word's vertical tab a line end; characters that XML 1.0 forbids
 * (control characters, lone surrogates, U+FFFE, U+FFFF) and the invisible C1 controls are left out.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu, '');
}

const REFERENCE: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text made safe between two tags or in a double-quoted attribute. `<![CDATA[…]]>` written by a citizen stays the
 * text that it is: nothing passes unescaped.
 */
export function escapeXml(text: string): string {
  return printable(text).replace(/[&<>"]/gu, (character) => REFERENCE[character] ?? character);
}

/** An element to write: text, bytes in base64, or elements in this order; `null` leaves itself out. */
export type XmlContent = string | Buffer | readonly (XmlPiece | null)[];

export interface XmlPiece {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: XmlContent;
}

/**
 * The document's bytes, UTF-8 with declaration, indented for people's eyes. Names are ours and are written as they stand.
 */
export function writeXml(root: XmlPiece): Buffer {
  const parts: Buffer[] = [];
  let pending = '<?xml version="1.0" encoding="UTF-8"?>';

  const write = ({ name, attributes = {}, content }: XmlPiece, indent: string): void => {
    const values = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
    pending += `${indent}<${name}${values.join('')}>`;
    if (typeof content === 'string') pending += escapeXml(content);
    else if (Buffer.isBuffer(content)) {
      parts.push(Buffer.from(pending, 'utf8'), Buffer.from(content.toString('base64'), 'latin1'));
      pending = '';
    } else {
      for (const piece of content) if (piece !== null) write(piece, `${indent}  `);
      pending += indent;
    }
    pending += `</${name}>`;
  };

  write(root, '\n');
  parts.push(Buffer.from(`${pending}\n`, 'utf8'));
  return Buffer.concat(parts);
}
