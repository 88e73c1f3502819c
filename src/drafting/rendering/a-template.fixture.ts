import PizZip from 'pizzip';

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The smallest DOCX with this body. */
export function templateWith(body: string): Buffer {
  const zip = new PizZip();
  const part = (name: string, content: string): unknown => zip.file(name, content, { createFolders: false });
  part(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${TYPES}"/></Types>`,
  );
  part(
    '_rels/.rels',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
  );
  part('word/document.xml', `<w:document ${W}><w:body>${body}</w:body></w:document>`);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

export function paragraphWith(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

export function partOf(docx: Buffer, name = 'word/document.xml'): string {
  return new PizZip(docx).file(name)?.asText() ?? '';
}
