import { unpackEntry } from '../zip/unpack.js';
import { readZipDirectory, type ZipEntry } from '../zip/zip-directory.js';
import { ZipRefused } from '../zip/zip-refused.js';
import { XLSX } from './extensions.js';
import { FileRefused, type Findings, type Inspection } from './inspection.js';
import { weightOf } from './reasons.js';
import { inspectOffice, isOfficeArchive } from './office/inspect-office.js';
import { OFFICE_LIMITS, SHEET_LIMITS, TIGHT_LIMITS } from './office/office-limits.js';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const ZIP_TYPE = 'application/zip';
/** Looks at one file inside an archive. */
export type InspectInside = (name: string, content: Buffer) => Promise<Inspection>;

/**
 * An archive, or the Office file that it is, with everything inside.
 *
 * @param inside null inside of another archive, where no further archive may stand
 * @returns its type
 * @throws FileRefused, ZipRefused
 */
export async function inspectArchive(
  archive: Buffer,
  findings: Findings,
  inside: InspectInside | null,
): Promise<string> {
  const entries = readZipDirectory(archive, OFFICE_LIMITS);
  if (isOfficeArchive(entries)) {
    const type = await inspectOffice(archive, entries, findings);
    readZipDirectory(archive, type === XLSX ? SHEET_LIMITS : TIGHT_LIMITS);
    return type;
  }
  if (entries.some(({ name }) => name === 'mimetype')) throw new FileRefused('type-open-document');
  readZipDirectory(archive);
  if (inside === null) throw new FileRefused('zip-nested');
  for (const entry of entries) if (!entry.name.endsWith('/')) await inspectEntry(archive, entry, { findings, inside });
  return ZIP_TYPE;
}

async function inspectEntry(
  archive: Buffer,
  entry: ZipEntry,
  { findings, inside }: { readonly findings: Findings; readonly inside: InspectInside },
): Promise<void> {
  const { name, size } = entry;
  if (size > MAX_FILE_BYTES) throw new ZipRefused('zip-too-large', name);
  const { reasons } = await inside(name.slice(name.lastIndexOf('/') + 1), await unpackEntry(archive, entry));
  for (const reason of reasons) {
    if (reason.code === 'zip-nested' || reason.code === 'type-archive') findings.add('zip-nested', name);
    else if (weightOf(reason) === 'warn') findings.add(reason.code);
    else if (reason.code !== 'file-empty') findings.add('zip-entry-refused', `${name}. ${reason.message}`);
  }
}
