import type { RecipientsLink } from '../views/draft-page.js';
import { draftHref } from './draft-revisions.js';

export function recipientsHref(draftId: string): string {
  return `${draftHref(draftId)}/noi-nhan`;
}

/** What the page of a letter says of the agencies that get it. */
export function recipientsLink({
  draft: { id },
  recipients,
  mayChoose,
}: {
  readonly draft: { readonly id: string };
  readonly recipients: readonly { readonly name: string }[];
  readonly mayChoose: boolean;
}): RecipientsLink {
  const words =
    recipients.length === 0
      ? 'Chỉ gửi nơi đã chuyển phản ánh.'
      : `Gửi nơi đã chuyển phản ánh và: ${recipients.map(({ name }) => name).join('; ')}.`;
  return { words, href: recipientsHref(id), label: mayChoose ? 'Chọn cơ quan nhận' : 'Xem nơi nhận' };
}
