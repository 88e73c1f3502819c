import { documentWords } from './document-words.js';

/** What stands in a register in place of the subject of a document that few may know of. */
export const SECRET_SUBJECT = 'Nội dung được giữ bí mật';

/** What everybody who works on letters reads of a line, whatever it is about. */
interface OpenPart {
  readonly senderName: string;
  readonly code: string;
  readonly typeName: string;
  readonly arrivalNumber: number;
}

/** Whether each word of a question begins a word of what stays open of a line: one found by its subject would say what that is. */
export function isFoundOpenly(question: string, { senderName, code, typeName, arrivalNumber }: OpenPart): boolean {
  const words = documentWords(senderName, code, typeName, String(arrivalNumber));
  return documentWords(question).every((begin) => words.some((word) => word.startsWith(begin)));
}
