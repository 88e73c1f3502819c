import { incomingWords } from '../../documents/domain/arrival/arrival-number.js';

/** Its line in the incoming register, and who wrote it. */
export interface NamedDocument {
  readonly arrivalNumber: number;
  readonly senderName: string;
}

/** `văn bản đến số 12 của Sở Nội vụ`, as notices name it; of what a person wrote only `văn bản đến số 12`: notices name no person. */
export function documentWords(document: NamedDocument, { personWroteBy }: WrittenByPerson = BY_AGENCY): string {
  return `${incomingWords(document)}${personWroteBy === null ? ` của ${document.senderName}` : ''}`;
}

/** The same at the beginning of a sentence. */
export function documentNamed(document: NamedDocument, wrote: WrittenByPerson = BY_AGENCY): string {
  const words = documentWords(document, wrote);
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}

/** By which way a person wrote; null where an agency did. */
interface WrittenByPerson {
  readonly personWroteBy: string | null;
}

const BY_AGENCY: WrittenByPerson = { personWroteBy: null };
