import { incomingWords } from '../../documents/domain/arrival/arrival-number.js';

/** `Văn bản đến số 12 của Sở Nội vụ`, as notices name a line of the incoming register. */
export function documentNamed(document: { readonly arrivalNumber: number; readonly senderName: string }): string {
  const words = incomingWords(document);
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)} của ${document.senderName}`;
}
