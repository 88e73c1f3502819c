import { arrivalTerms } from './arrival/arrival-number.js';
import { documentWords } from './document-words.js';

/** What stands in a register in place of the subject of a document that few may know of. */
export const SECRET_SUBJECT = 'Nội dung được giữ bí mật';

/** What all who work on letters read of any line. */
interface OpenPart {
  readonly senderName: string;
  readonly code: string;
  readonly typeName: string;
  readonly arrivalNumber: number;
}

/** Whether each word of a question begins a word of the open part of a line. Finding it by its subject would give the subject away. */
export function isFoundOpenly(question: string, { senderName, code, typeName, arrivalNumber }: OpenPart): boolean {
  const words = documentWords(senderName, code, typeName, ...arrivalTerms({ arrivalNumber }));
  return documentWords(question).every((begin) => words.some((word) => word.startsWith(begin)));
}
