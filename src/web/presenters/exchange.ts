import type { DispatchEntity } from '../../exchange/index.js';
import type { EdxmlStatus } from '../../exchange/ports/message.js';
import { withoutRatingSecret } from '../../tickets/domain/rating-link.js';
import type { TextFor } from '../../tickets/domain/secrecy.js';
import type { RowView } from '../components/row-list.js';
import { count } from '../wording/numbers.js';
import { shortMoment } from '../wording/time.js';

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
  // Words of several may stand in it, and who wrote which is not kept: a reader who may not know somebody reads them in the course.
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

/** What a message does, as the page of its ticket and of its document name it. */
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

/** A sending that was held back, and a recall or a change that its receiver answered. */
export function settledRow(
  { cancelledAt, answer, answeredAt, answerReason }: DispatchEntity,
  title: string,
): RowView | null {
  if (cancelledAt !== null) return { icon: 'minus', title, detail: `Hủy trước khi gửi, ${shortMoment(cancelledAt)}` };
  return answer === null || answeredAt === null ? null : answerRow(title, answer, answeredAt, answerReason);
}

/** What the agencies answered that got a recall or a change with the same message. */
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
