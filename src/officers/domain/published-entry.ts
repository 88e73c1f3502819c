import { isPhone } from '../../kernel/phone.js';
import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';

/** How an officer is reached in that office; published, so that it is never anybody's own number or mailbox. */
export interface PublishedEntry {
  readonly phone: string;
  readonly email: string;
}

export const MAX_PHONE_LENGTH = 30;
export const MAX_EMAIL_LENGTH = 100;

/** What keeps an entry out of the directory. Source: source letter, part 3 (công bố thư điện tử, số điện thoại của cán bộ đầu mối). */
export function entryFlaws({ phone, email }: PublishedEntry): readonly Flaw[] {
  return [
    ...flaw(
      'phone',
      phone.length > MAX_PHONE_LENGTH || !isPhone(phone),
      'Ghi số điện thoại công vụ, như 0225 3000 121.',
    ),
    ...flaw(
      'email',
      email.length > MAX_EMAIL_LENGTH || !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u.test(email),
      'Ghi hộp thư công vụ, như daumoi.thpt@haiphong.edu.vn.',
    ),
  ];
}
