import { isReachedByExchange } from '../../documents/domain/correspondent.js';
import type { IncomingDocumentEntity } from '../../documents/index.js';
import type { DraftEntity, DraftRevisionEntity } from '../../drafting/index.js';
import { disclosureRemark, type LetterDisclosures } from '../../drafting/domain/letter/letter-privacy.js';
import type { AgencyEntity, LetterRecipientEntity } from '../../exchange/index.js';
import { isNamedIn } from '../../exchange/domain/letter-recipients.js';
import type { SeenTicket } from '../../tickets/index.js';
import type { AgencyRow, RecipientsView } from './recipients-page.js';
import { count } from '../kit/words/numbers.js';
import { storedLetter } from '../drafting/draft-form.js';
import { draftHref } from '../revisions/draft-revisions.js';
import { letterName } from '../drafting/draft-view.js';
import { letterOfCase } from '../drafting/letter-case.js';
import { recipientsHref } from './recipients-link.js';
import { refusedValues, type RefusedAct } from '../kit/refused-values.js';

/** The data for the page on which the recipients of a letter are chosen. */
export interface RecipientsReading {
  readonly draft: DraftEntity;
  readonly written: DraftRevisionEntity;
  /** The ticket that it answers; null for a document that answers none. */
  readonly ticket: SeenTicket | null;
  /** The document that the letter answers; its sender gets the letter anyway. */
  readonly answered: IncomingDocumentEntity | null;
  readonly disclosures: LetterDisclosures;
  readonly chosen: readonly LetterRecipientEntity[];
  /** Codes of chosen agencies that are still active. */
  readonly listed: ReadonlySet<string>;
  readonly question: string;
  readonly found: readonly AgencyEntity[];
  readonly parents: ReadonlyMap<string, string>;
  /** Whether there is a directory to choose from. */
  readonly isListKept: boolean;
  readonly may: boolean;
  readonly refused: RefusedAct | null;
}

export function recipientsView(reading: RecipientsReading): RecipientsView {
  const { draft, ticket, answered, chosen, question, found, may, refused, isListKept } = reading;
  const action = recipientsHref(draft.id);
  const taken = new Set([...chosen.map(({ code }) => code), answered?.senderCode ?? '']);
  return {
    action,
    letter: { label: letterOfCase(letterName(draft), ticket), href: draftHref(draft.id) },
    summary: summaryOf(reading),
    warning: disclosureRemark(reading.disclosures),
    error: refusedValues(refused, action).whole(),
    chosen: chosen.map((one) => chosenRow(one, reading)),
    search: may
      ? {
          question,
          isListKept,
          found: found
            .map((agency) => foundRow(agency, reading))
            .map((row) => ({ ...row, taken: isTaken(row, taken) })),
        }
      : null,
  };
}

function isTaken(
  { code, legacyCode }: AgencyRow & { readonly legacyCode: string | null },
  taken: Set<string>,
): boolean {
  return taken.has(code) || (legacyCode !== null && taken.has(legacyCode));
}

function summaryOf({ ticket, answered, chosen, may }: RecipientsReading): string {
  const first = ticket === null ? 'Văn bản chỉ gửi những nơi được chọn ở đây.' : answeredWords(answered);
  const others =
    chosen.length === 0
      ? `Chưa chọn cơ quan nào${ticket === null ? '' : ' khác'}.`
      : `Khi phát hành, gửi ${ticket === null ? '' : 'thêm '}${count(chosen.length)} cơ quan, mỗi nơi một lần gửi riêng.`;
  return may ? `${first} ${others}` : `${first} ${others} Danh sách không sửa được ở bước này.`;
}

function chosenRow({ code, name, addedByName }: LetterRecipientEntity, reading: RecipientsReading) {
  const { listed, may } = reading;
  const warnings = [
    ...(isNamedIn(name, namedRecipients(reading)) ? [] : ['Công văn chưa ghi cơ quan này ở Nơi nhận.']),
    ...(listed.has(code) ? [] : ['Danh mục ghi cơ quan này đã ngừng: hệ thống quản lý văn bản có thể không nhận.']),
  ];
  return { code, name, detail: `Mã ${code} · ${addedByName} chọn`, warnings, removable: may };
}

/** Whom the letter itself is written to. */
function namedRecipients({ draft, written }: RecipientsReading): readonly string[] {
  if (written.reading) return [...written.reading.head.addressees, ...written.reading.head.recipients];
  const { kinh_gui, noi_nhan } = storedLetter({ template: draft.template, fields: written.fields });
  return [...kinh_gui, ...noi_nhan];
}

function foundRow(
  { code, legacyCode, name, parentCode }: AgencyEntity,
  { parents }: RecipientsReading,
): AgencyRow & { readonly legacyCode: string | null } {
  const codes = legacyCode === null ? `Mã ${code}` : `Mã ${code}, mã cũ ${legacyCode}`;
  const parent = parentCode === null ? '' : ` · trực thuộc ${parents.get(parentCode) ?? parentCode}`;
  return { code, legacyCode, name, detail: `${codes}${parent}` };
}

function answeredWords(answered: RecipientsReading['answered']): string {
  if (answered !== null && !isReachedByExchange(answered))
    return 'Người phản ánh nhận văn bản trả lời qua bưu điện, trực tiếp hoặc thư điện tử; văn thư gửi sau khi đóng dấu.';
  return `${answered?.senderName ?? 'Nơi gửi phản ánh'} luôn nhận văn bản trả lời.`;
}
