import { endsAsArchive } from '../zip/zip-directory.js';
import { ZipRefused } from '../zip/zip-refused.js';
import { textTypeByEnding } from './extensions.js';
import { compareNameWithType, endingOf, inspectName } from './file-name.js';
import { inspectImage, isPicture } from './images/inspect-image.js';
import { inspectArchive, MAX_FILE_BYTES, type InspectInside } from './inspect-archive.js';
import { FileRefused, Findings, inspectionOf, UNKNOWN_TYPE, type Inspection } from './inspection.js';
import { inspectPdf } from './pdf/inspect-pdf.js';
import { reasonOf } from './reasons.js';
import { sniff } from './sniff.js';
import { inspectSvg } from './text/inspect-svg.js';
import { inspectText, textKind } from './text/inspect-text.js';
import { inspectXml } from './text/inspect-xml.js';

export interface InspectedFile {
  /** As its sender calls it, without folders. */
  readonly name: string;
  readonly content: Buffer;
}

export { MAX_FILE_BYTES };

/**
 * What every file from outside passes before anything parses it: what it is by its content, whether its name says the
 * same, and whether anything in it runs, fetches, hides, or costs more to open than a document may.
 *
 * The whole costs seconds at most for any file; callers run it where it can be stopped.
 */
export async function inspectFile(file: InspectedFile): Promise<Inspection> {
  return inspect(file, async (name, content) => inspect({ name, content }, null));
}

/** For a file too large to be read at all. */
export function tooLarge(): Inspection {
  return inspectionOf(UNKNOWN_TYPE, [reasonOf('file-too-large')]);
}

async function inspect({ name, content }: InspectedFile, inside: InspectInside | null): Promise<Inspection> {
  if (content.length > MAX_FILE_BYTES) return tooLarge();
  const findings = new Findings();
  inspectName(name, findings);
  if (content.length === 0) {
    findings.add('file-empty');
    return findings.inspection(UNKNOWN_TYPE);
  }
  const type = await contentType({ name, content }, findings, inside);
  if (type !== UNKNOWN_TYPE) compareNameWithType(name, type, findings);
  return findings.inspection(type);
}

async function contentType(
  { name, content }: InspectedFile,
  findings: Findings,
  inside: InspectInside | null,
): Promise<string> {
  const kind = sniff(content) ?? textKind(content, endingOf(name));
  if (kind === null) {
    findings.add('type-unknown');
    return UNKNOWN_TYPE;
  }
  if (kind.refused) {
    findings.add(...kind.refused);
    return kind.type;
  }
  const type = kind.type === 'text/plain' ? textTypeByEnding(endingOf(name)) : kind.type;
  try {
    const real = await inspectContent(content, type, { findings, inside });
    return real;
  } catch (error) {
    if (error instanceof FileRefused) findings.add(error.code, error.detail);
    else if (error instanceof ZipRefused) findings.add(error.problem, error.entry ?? '');
    else throw error;
    return type;
  }
}

async function inspectContent(
  content: Buffer,
  type: string,
  { findings, inside }: { readonly findings: Findings; readonly inside: InspectInside | null },
): Promise<string> {
  if (type === 'application/zip') return inspectArchive(content, findings, inside);
  if (endsAsArchive(content)) findings.add('two-types', type);
  if (isPicture(type)) {
    inspectImage(content, type, findings);
    if (hidesScript(content)) findings.add('hidden-script');
  } else if (type === 'application/pdf') inspectPdf(content, findings);
  else if (type === 'image/svg+xml') inspectSvg(content, findings);
  else if (type === 'application/xml') inspectXml(content, findings);
  else if (/^text\/|\/json$/u.test(type)) inspectText(content, type, findings);
  return type;
}

const SCRIPT = /<(?:script[\s>]|\?php\s|html[\s>]|iframe[\s>])|%PDF-1\.|%!PS-Adobe/iu;

/** Letters that another program would act upon, in a file that it is told is a picture. */
function hidesScript(content: Buffer): boolean {
  return SCRIPT.test(content.toString('latin1'));
}
