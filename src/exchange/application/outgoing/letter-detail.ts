import type { EntityManager } from 'typeorm';
import { OutgoingDocumentEntity } from '../../../documents/index.js';
import { amendsWords } from '../../../documents/domain/after-release.js';
import { printedCode } from '../../../documents/domain/register.js';

/** A letter as its case hears of it: `513/SGDĐT-VP`, `514/SGDĐT-VP (thay thế 513/SGDĐT-VP)`. */
export async function detailOf(
  tx: EntityManager,
  { number, notation, amendment, amendsId }: OutgoingDocumentEntity,
): Promise<string> {
  const code = printedCode(number, notation);
  const amended = amendsId === null ? null : await tx.findOneBy(OutgoingDocumentEntity, { id: amendsId });
  if (amendment === null || amended === null) return code;
  const words = amendsWords(amendment, printedCode(amended.number, amended.notation));
  return `${code} (${words.slice(0, 1).toLocaleLowerCase('vi')}${words.slice(1)})`;
}
