import type { DraftEntity } from '../../drafting/index.js';
import type { RecipientsLink } from '../drafting/draft-page.js';
import { draftHref } from '../revisions/draft-revisions.js';

const REPLY = { none: 'Chỉ gửi nơi đã chuyển phản ánh.', some: 'Gửi nơi đã chuyển phản ánh và:' };
const DOCUMENT = { none: 'Chưa chọn nơi nhận nào: phát hành xong, văn thư gửi ngoài hệ thống.', some: 'Gửi:' };

export function recipientsHref(draftId: string): string {
  return `${draftHref(draftId)}/noi-nhan`;
}

/** What the page of a letter says of the agencies that get it. */
export function recipientsLink({
  draft: { id, caseKind },
  recipients,
  mayChoose,
}: {
  readonly draft: Pick<DraftEntity, 'id' | 'caseKind'>;
  readonly recipients: readonly { readonly name: string }[];
  readonly mayChoose: boolean;
}): RecipientsLink {
  const names = recipients.map(({ name }) => name).join('; ');
  const { none, some } = caseKind === 'ticket' ? REPLY : DOCUMENT;
  const words = names === '' ? none : `${some} ${names}.`;
  return { words, href: recipientsHref(id), label: mayChoose ? 'Chọn cơ quan nhận' : 'Xem nơi nhận' };
}
