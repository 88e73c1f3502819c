import type { DispatchEntity } from '../../exchange/index.js';
import type { EdxmlStatus } from '../../exchange/ports/message.js';
import { withoutRatingSecret } from '../../tickets/domain/reply/rating-link.js';
import type { TextFor } from '../../tickets/domain/identity/secrecy.js';
import type { RowView } from '../kit/row-list.js';
import { count } from '../kit/words/numbers.js';
import { shortMoment } from '../kit/words/time.js';

const STATUSES: Readonly<Record<EdxmlStatus, string>> = {
  '01': 'Đã nhận văn bản',
  '02': 'Chuyển trả',
  '03': 'Đã vào sổ',
  '04': 'Đã phân công',
  '05': 'Đang xử lý',
  '06': 'Hoàn thành',
  '13': 'Lấy lại văn bản',
  '15': 'Đồng ý lấy lại',
  '16': 'Từ chối lấy lại',
};

/** What the hotline has been told, newest first; a message that is still on its way changes no deadline. */
export function exchangeView(
  dispatches: readonly DispatchEntity[],
  text: TextFor,
): {
  readonly pending: string | null;
  readonly rows: readonly RowView[];
} {
  const waiting = dispatches.filter(
    ({ sentAt, failure, cancelledAt }) => sentAt === null && failure === null && cancelledAt === null,
  ).length;
  return {
    pending: waiting === 0 ? null : `${count(waiting)} tin đang chờ`,
    rows: dispatches.toReversed().flatMap((dispatch) => [dispatchRow(dispatch, text), ...alsoAnsweredRows(dispatch)]),
  };
}

function dispatchRow(dispatch: DispatchEntity, text: TextFor): RowView {
  const { description, sentAt, failure, createdAt } = dispatch;
  const title = titleOf(dispatch);
  // The text may join words of several authors without saying whose is whose, so it cannot be redacted. Readers who must not know everybody in it
  // read the same words in the ticket's history, author by author.
  const said = description === null || !text.whole ? '' : ` ${withoutRatingSecret(description)}`;
  const settled = settledRow(dispatch, title);
  if (settled !== null) return settled;
  if (sentAt !== null) return { icon: 'check', tone: 'ok', title, detail: `Đã gửi ${shortMoment(sentAt)}.${said}` };
  if (failure !== null) return { icon: 'x', tone: 'bad', title, detail: `Không gửi được: ${failure}` };
  const detail = `Chờ gửi từ ${shortMoment(createdAt)}; hệ thống tự gửi lại. Hạn trả lời không đổi.`;
  return { icon: 'refresh', title, detail };
}

const BUSINESS: Readonly<Record<NonNullable<DispatchEntity['business']>, string>> = {
  revoke: 'Thu hồi văn bản',
  update: 'Đính chính văn bản',
  replace: 'Thay thế văn bản',
};

/** Title of a message on the pages of its ticket and of its document. */
export function titleOf({
  status,
  business,
  receiverName,
}: Pick<DispatchEntity, 'status' | 'business' | 'receiverName'>): string {
  if (status !== null) return `${STATUSES[status]} (${status})`;
  if (receiverName !== null)
    return business === null ? `Gửi ${receiverName}` : `${BUSINESS[business]}: ${receiverName}`;
  return business === null ? 'Văn bản trả lời' : BUSINESS[business];
}

/** Row of a message that was cancelled before it was sent, or whose recall or change the receiver has answered; null for any other. */
export function settledRow(
  { cancelledAt, answer, answeredAt, answerReason }: DispatchEntity,
  title: string,
): RowView | null {
  if (cancelledAt !== null) return { icon: 'minus', title, detail: `Hủy trước khi gửi, ${shortMoment(cancelledAt)}` };
  return answer === null || answeredAt === null ? null : answerRow(title, answer, answeredAt, answerReason);
}

/** Answers of the further agencies that got a recall or a change with the same message. */
export function alsoAnsweredRows({ status, business, alsoAnswered }: DispatchEntity): readonly RowView[] {
  return (alsoAnswered ?? []).map(({ name: receiverName, answer, answeredAt, answerReason }) =>
    answerRow(titleOf({ status, business, receiverName }), answer, new Date(answeredAt), answerReason),
  );
}

function answerRow(title: string, answer: '15' | '16', at: Date, reason: string | null): RowView {
  const said = reason === null ? '' : `: ${reason}`;
  return answer === '15'
    ? { icon: 'check', tone: 'ok', title, detail: `Nơi nhận đồng ý (15), ${shortMoment(at)}${said}` }
    : { icon: 'x', tone: 'bad', title, detail: `Nơi nhận từ chối (16), ${shortMoment(at)}${said}` };
}
