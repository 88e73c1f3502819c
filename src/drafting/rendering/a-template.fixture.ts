import PizZip from 'pizzip';

export function paragraphWith(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

export function partOf(docx: Buffer, name = 'word/document.xml'): string {
  return new PizZip(docx).file(name)?.asText() ?? '';
}
