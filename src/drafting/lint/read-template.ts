import { OFFICE_LIMITS } from '../../files/domain/inspection/office/office-limits.js';
import { inspectFile } from '../../files/domain/inspection/inspect-file.js';
import { weightOf, type Reason } from '../../files/domain/inspection/reasons.js';
import { unpackEntry } from '../../files/domain/zip/unpack.js';
import { readZipDirectory, type ZipEntry } from '../../files/domain/zip/zip-directory.js';
import { ZipRefused } from '../../files/domain/zip/zip-refused.js';
import type { TemplateFinding } from '../domain/template-lint/finding.js';
import type { Parts } from '../domain/template-lint/part-rules.js';
import { fileFindings, notReadable, tooMuchText } from './file-findings.js';

/** Bytes of XML; more text than any template has. */
const MAX_TEXT = 3_000_000;

/** A DOCX as lint reads it. */
export interface ReadTemplate {
  /** What makes the file itself unusable. */
  readonly findings: readonly TemplateFinding[];
  /** The XML parts as text, by name; none where the file cannot be read any further. */
  readonly parts: Parts;
}

/** Inspects the file like every file from outside, and opens it where that is safe, even when refused: its author wants to hear everything at once. */
export async function readTemplate(docx: Buffer): Promise<ReadTemplate> {
  const { reasons } = await inspectFile({ name: 'mau.docx', content: docx });
  const refused = firstCauses(reasons.filter((reason) => weightOf(reason) === 'reject'));
  const isReadable = refused.every(({ code }) => code.startsWith('office-') && code !== 'office-incomplete');
  const parts = isReadable ? await xmlParts(docx) : new Map<string, string>();
  if (parts === null) return { findings: [tooMuchText()], parts: new Map() };
  const wide = [...parts].filter(([, xml]) => xml.includes('\0')).map(([part]) => notReadable(part));
  const findings = [...fileFindings(refused, parts), ...wide];
  return { findings, parts: wide.length > 0 ? new Map() : parts };
}

/** What is refused on the way has no type, and so not the one of its name either. */
function firstCauses(refused: readonly Reason[]): readonly Reason[] {
  return refused.length > 1 ? refused.filter(({ code }) => code !== 'type-differs-from-name') : refused;
}

/** Null when there is too much of it. */
async function xmlParts(docx: Buffer): Promise<Map<string, string> | null> {
  const entries = readEntries(docx).filter(({ name }) => /\.(xml|rels)$/iu.test(name));
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_TEXT) return null;
  const parts = new Map<string, string>();
  for (const entry of entries) parts.set(entry.name, (await unpackEntry(docx, entry)).toString('utf8'));
  return parts;
}

function readEntries(docx: Buffer): readonly ZipEntry[] {
  try {
    return readZipDirectory(docx, OFFICE_LIMITS);
  } catch (error) {
    if (error instanceof ZipRefused) return [];
    throw error;
  }
}
