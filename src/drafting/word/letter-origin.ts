import PizZip from 'pizzip';
import type { LetterOrigin } from '../domain/word/word-reading.js';

/** Word and LibreOffice keep properties that they do not know. */
const NAME = 'hoi-am-ban-thao';
const PART = 'docProps/custom.xml';
const OWN = new RegExp(
  `<(?:\\w+:)?property\\b[^>]*\\bname="${NAME}"[^>]*>\\s*<(?:\\w+:)?lpwstr[^>]*>([^<]*)<[^]*?</(?:\\w+:)?property>`,
  'u',
);
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';
const NO_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>';

/** The revision that a file names; null where it names none. @param properties the part of the file that holds them */
export function originIn(properties: Buffer | undefined): LetterOrigin | null {
  const said = OWN.exec(properties?.toString('utf8') ?? '')?.[1] ?? '';
  const match = /^([\w-]{1,36})\/([1-9]\d{0,5})$/u.exec(said.trim());
  return match ? { draftId: match[1] ?? '', revision: Number(match[2]) } : null;
}

/** The file, naming the revision that it is. @param docx a file of ours, or one that passed the inspection */
export function withOrigin(docx: Buffer, { draftId, revision }: LetterOrigin): Buffer {
  const archive = new PizZip(docx);
  const standing = archive.file(PART)?.asText() ?? '';
  const known = /<\/Properties>\s*$/u.test(standing) ? standing.replace(OWN, '') : NO_PROPERTIES;
  const highest = Math.max(1, ...[...known.matchAll(/\bpid="(\d+)"/gu)].map(([, pid]) => Number(pid)));
  const own = `<property fmtid="${FORMAT_ID}" pid="${highest + 1}" name="${NAME}"><vt:lpwstr>${draftId}/${revision}</vt:lpwstr></property>`;
  const named = withNamespace(known).replace(/<\/Properties>\s*$/u, `${own}</Properties>`);
  if (standing === '') announce(archive);
  archive.file(PART, named);
  return archive.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A file without properties may not have said where their values come from. */
function withNamespace(properties: string): string {
  if (properties.includes('xmlns:vt=')) return properties;
  return properties.replace(
    '<Properties',
    '<Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"',
  );
}

/** A part of an archive is there once its type and its relation say so. */
function announce(archive: PizZip): void {
  const type = `<Override PartName="/${PART}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`;
  const relation = `<Relationship Id="rIdHoiAm" Type="${RELATION}" Target="${PART}"/>`;
  insert(archive, '[Content_Types].xml', '</Types>', type);
  insert(archive, '_rels/.rels', '</Relationships>', relation);
}

function insert(archive: PizZip, part: string, before: string, xml: string): void {
  const standing = archive.file(part)?.asText() ?? '';
  archive.file(part, standing.replace(before, `${xml}${before}`));
}
