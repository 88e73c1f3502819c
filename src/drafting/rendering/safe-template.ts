import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { DomainError } from '../../kernel/domain-error.js';
import { readZipDirectory, ZipRefused, type ZipEntry } from '../../files/domain/zip/zip-directory.js';

const inflate = promisify(inflateRaw);

const HARMLESS_LINK = /^(https?|mailto):/iu;
/** Fields that fetch or run something when the document is opened. */
const ACTIVE_FIELD = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|MACROBUTTON|DATABASE)\b/u;

/** A DOCX that passed the checks below, with the places of its parts. */
export interface SafeTemplate {
  /** The sha256 of the file: who has compiled it once needs it no second time. */
  readonly key: string;
  readonly docx: Buffer;
  readonly entries: readonly ZipEntry[];
}

/**
 * Refuses a DOCX that no template of ours needs to be: a hostile archive, macros, parts fetched from elsewhere, fields
 * that run something. Nothing of it is parsed before.
 *
 * @throws DomainError `template-broken` with the problem and the part
 */
export async function requireSafeTemplate(docx: Buffer): Promise<SafeTemplate> {
  try {
    const entries = readZipDirectory(docx);
    if (!entries.some(({ name }) => name === 'word/document.xml')) throw new ZipRefused('zip-not-an-archive');
    for (const entry of entries) {
      if (/vbaProject|vbaData|activeX|embeddings\//iu.test(entry.name))
        throw new Unsafe('docx-active-content', entry.name);
      const content = await unpack(docx, entry);
      if (/\.(xml|rels)$/iu.test(entry.name)) requireSafeXml(entry.name, content.toString('utf8'));
    }
    return { key: createHash('sha256').update(docx).digest('hex'), docx, entries };
  } catch (error) {
    if (error instanceof ZipRefused) throw broken(error.problem, error.entry);
    if (error instanceof Unsafe) throw broken(error.problem, error.part);
    throw error;
  }
}

class Unsafe extends Error {
  constructor(
    readonly problem:
      | 'zip-size-untrue'
      | 'docx-active-content'
      | 'docx-external-part'
      | 'docx-encoding'
      | 'docx-doctype'
      | 'docx-active-field',
    readonly part: string,
  ) {
    super(`${problem}: ${part}`);
  }
}

function broken(problem: string, part: string | null): DomainError {
  return new DomainError('template-broken', { problems: [{ tag: null, problem, part }] });
}

/** Unpacks in the thread pool, never past the announced size. */
async function unpack(docx: Buffer, entry: ZipEntry): Promise<Buffer> {
  const packed = docx.subarray(entry.start, entry.start + entry.packedSize);
  const content = entry.method === 0 ? packed : await inflateUpTo(entry.size, packed);
  if (content?.length !== entry.size) throw new Unsafe('zip-size-untrue', entry.name);
  return content;
}

async function inflateUpTo(size: number, packed: Buffer): Promise<Buffer | null> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}

function requireSafeXml(part: string, xml: string): void {
  // A zero byte means UTF-16, in which none of these words would be found.
  if (xml.includes('\0')) throw new Unsafe('docx-encoding', part);
  if (/<!DOCTYPE/iu.test(xml)) throw new Unsafe('docx-doctype', part);
  if (part.endsWith('.rels')) requireSafeRelations(part, xml);
  if (ACTIVE_FIELD.test(fieldInstructions(xml))) throw new Unsafe('docx-active-field', part);
}

/** Joined without gaps, because a field's name may be split over several runs. */
function fieldInstructions(xml: string): string {
  const long = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)/gu)].map(([, text = '']) => text).join('');
  const simple = [...xml.matchAll(/w:instr\s*=\s*["']([^"']*)["']/gu)].map(([, text = '']) => text).join(' ');
  return `${long} ${simple}`;
}

function requireSafeRelations(part: string, xml: string): void {
  for (const [relation] of xml.matchAll(/<Relationship\b[^>]*>/gu)) {
    if (!/TargetMode\s*=\s*["']External["']/u.test(relation)) continue;
    const target = /\bTarget\s*=\s*["']([^"']*)["']/u.exec(relation)?.[1] ?? '';
    const isHyperlink = /\bType\s*=\s*["'][^"']*\/hyperlink["']/u.test(relation);
    if (!isHyperlink || !HARMLESS_LINK.test(target)) throw new Unsafe('docx-external-part', part);
  }
}
