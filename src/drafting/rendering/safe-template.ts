import { DOCX } from '../../files/domain/inspection/extensions.js';
import { inspectFile, type InspectedFile } from '../../files/domain/inspection/inspect-file.js';
import type { Inspection } from '../../files/domain/inspection/inspection.js';
import { weightOf } from '../../files/domain/inspection/reasons.js';
import { DomainError } from '../../kernel/domain-error.js';

export type Inspect = (file: InspectedFile) => Promise<Inspection>;

/** A DOCX that passed the checks below. */
export interface SafeTemplate {
  readonly docx: Buffer;
}

/**
 * Refuses what no template of ours needs to be: whatever no file from outside may be, and what is no Word file. Nothing
 * of it is parsed before.
 *
 * @param inspect here, or in a thread where others wait for this one
 * @throws DomainError `template-broken` with each problem and its sentence; `template-timeout` where the inspection ran out of time, which says nothing of the file
 */
export async function requireSafeTemplate(docx: Buffer, inspect: Inspect = inspectFile): Promise<SafeTemplate> {
  const { accept, type, reasons } = await inspect({ name: 'mau.docx', content: docx });
  if (accept && type === DOCX) return { docx };
  if (reasons.some(({ code }) => code === 'inspection-timeout')) throw new DomainError('template-timeout');
  const refused = reasons.filter((reason) => weightOf(reason) === 'reject');
  throw new DomainError('template-broken', {
    problems: refused.map(({ code, message }) => ({ tag: null, problem: code, part: message })),
  });
}
