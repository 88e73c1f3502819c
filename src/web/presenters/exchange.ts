import type { DispatchEntity } from '../../exchange/index.js';
import type { EdxmlStatus } from '../../exchange/ports/message.js';
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
  const waiting = dispatches.filter(({ sentAt, failure }) => sentAt === null && failure === null).length;
  return {
    pending: waiting === 0 ? null : `${count(waiting)} tin đang chờ`,
    rows: dispatches.toReversed().map((dispatch) => dispatchRow(dispatch, text)),
  };
}

function dispatchRow({ status, description, sentAt, failure, createdAt }: DispatchEntity, text: TextFor): RowView {
  const title = status === null ? 'Văn bản trả lời' : `${STATUSES[status]} (${status})`;
  const said = description === null ? '' : ` ${text.ofCitizen(description)}`;
  if (sentAt !== null) return { icon: 'check', tone: 'ok', title, detail: `Đã gửi ${shortMoment(sentAt)}.${said}` };
  if (failure !== null) return { icon: 'x', tone: 'bad', title, detail: `Không gửi được: ${failure}` };
  const detail = `Chờ gửi từ ${shortMoment(createdAt)}; hệ thống tự gửi lại. Hạn trả lời không đổi.`;
  return { icon: 'refresh', title, detail };
}
