import type { OutgoingDocumentEntity } from '../../documents/index.js';
import { shortMoment } from '../kit/words/time.js';

/** Where an outgoing document stands, in the words of lists. */
export function outgoingWords({ state, recalledAt }: Pick<OutgoingDocumentEntity, 'state' | 'recalledAt'>): string {
  if (recalledAt !== null) return `ĐÃ THU HỒI ${shortMoment(recalledAt)}`;
  return state === 'released' ? 'đã phát hành' : 'đã lấy số, chưa phát hành';
}
