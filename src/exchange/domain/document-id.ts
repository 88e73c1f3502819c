import { printedCode } from '../../documents/domain/register.js';
import { civilDate, type CivilDate } from '../../kernel/civil-date.js';

/** Room for it in the register. */
const MAX_NOTATION_LENGTH = 60;

export interface NamedDocument {
  readonly issuedDate: CivilDate;
  readonly number: number;
  readonly notation: string;
}

/** `000.00.03.H24,2026/03/20,513/SGDĐT-GDTrH`: the name of a document among agencies, QCVN 102:2016/BTTTT. */
export function documentIdOf(agencyCode: string, { issuedDate, number, notation }: NamedDocument): string {
  return `${agencyCode},${issuedDate.replaceAll('-', '/')},${printedCode(number, notation)}`;
}

/** Year and number of the document of ours that a name says; null for one that is not of this agency. */
export function ownDocument(agencyCode: string, documentId: string): { year: number; number: number } | null {
  const [, code, year, number] = /^([^,]+),(\d{4})\/\d{2}\/\d{2},0*(\d{1,9})\//u.exec(documentId) ?? [];
  return code === agencyCode ? { year: Number(year), number: Number(number) } : null;
}

/** Notation and day of a document of ours by its name; only after `ownDocument` has taken it. */
export function letterNamed(documentId: string): { readonly notation: string; readonly issuedDate: CivilDate } {
  const [, day = '', notation = ''] = /^[^,]+,(\d{4}\/\d{2}\/\d{2}),\d+\/(.*)$/u.exec(documentId) ?? [];
  return { notation: notation.slice(0, MAX_NOTATION_LENGTH), issuedDate: civilDate(day.replaceAll('/', '-')) };
}
