import PizZip from 'pizzip';
import { paragraph } from './wordprocessing.js';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const R = `xmlns:r="${RELATIONS}"`;
export const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A DOCX of its parts, stored in their order; the same parts give the same bytes on every day and in every time zone. */
export function packed(parts: ReadonlyMap<string, string | Buffer>, level: 6 | 9): Buffer {
  const zip = new PizZip();
  const day = new Date(2020, 0, 1);
  for (const [name, content] of parts) zip.file(name, content, { date: day, createFolders: false });
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level } });
}

/** A field that Word and LibreOffice count themselves. */
export function pageNumber(): string {
  const part = (inner: string): string => `<w:r>${inner}</w:r>`;
  return paragraph(
    'SoTrang',
    part('<w:fldChar w:fldCharType="begin"/>') +
      part('<w:instrText xml:space="preserve"> PAGE </w:instrText>') +
      part('<w:fldChar w:fldCharType="separate"/>') +
      part('<w:t>2</w:t>') +
      part('<w:fldChar w:fldCharType="end"/>'),
  );
}

export function headerXml(content: string): string {
  return `${HEAD}<w:hdr ${W} ${R}>${content}</w:hdr>`;
}

export function settingsXml(): string {
  const compat = (name: string, value: string): string =>
    `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`;
  return (
    `${HEAD}<w:settings ${W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>` +
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>' +
    `${compat('compatibilityMode', '15')}${compat('overrideTableStyleFontSizeAndJustification', '1')}</w:compat>` +
    '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
  );
}

export function fontTableXml(): string {
  return (
    `${HEAD}<w:fonts ${W}><w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/>` +
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
  );
}

export function relation(id: string, type: string, target: string, external = false): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`;
}

export function relations(...entries: readonly string[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}
