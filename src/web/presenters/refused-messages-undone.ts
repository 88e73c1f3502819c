import { isoInVietnam } from '../../kernel/civil-date.js';
import type { IncomingDocumentEntity } from '../../documents/index.js';
import type { UnkeptPromise } from '../../platform/outbox/unkept-promises.js';
import type { UndoneView } from '../views/refused-messages-page.js';
import { count } from '../wording/numbers.js';
import { shortMoment } from '../wording/time.js';
import { incomingHref } from './pair.js';

/** What each kind of promise does, as a clerk would say it. */
const WORK: Readonly<Record<string, string>> = {
  'exchange.look': 'Hỏi e-office có tin mới không',
  'exchange.acknowledge': 'Báo e-office đã nhận tin',
  'exchange.register': 'Vào sổ văn bản đến',
  'exchange.mirrorIncoming': 'Ghi văn bản đến sang e-office',
  'exchange.send': 'Gửi văn bản hoặc trạng thái cho nơi gửi',
  'exchange.release': 'Phát hành văn bản',
  'exchange.heedStatus': 'Ghi nơi nhận trả lời việc thu hồi',
  'case.open': 'Mở phiếu từ phản ánh',
  'case.import': 'Ghi phiếu từ tệp đã xác nhận',
  'case.recount': 'Tính lại hạn theo lịch mới',
  'case.applyPolicy': 'Áp dụng bộ thời hạn cho phiếu đang mở',
  'case.letter': 'Cập nhật phiếu theo văn bản trả lời',
  'drafting.makePage': 'Tạo bản PDF của dự thảo',
  'drafting.makeSample': 'Tạo trang in của mẫu điền thử',
  'signing.submit': 'Trình ký qua e-office',
  'signing.cancel': 'Rút văn bản đã trình ký',
  'signing.keepLate': 'Lấy tệp được ký sau khi đã rút',
  'signing.look': 'Hỏi e-office về văn bản đang trình ký',
  'signing.proveSigned': 'Kiểm tra tệp lãnh đạo đã ký',
  'records.gather': 'Lập hồ sơ của phiếu',
  'signing.applySeal': 'Lấy dấu cơ quan qua e-office',
  'signing.proveSealed': 'Kiểm tra tệp đã đóng dấu',
  'signing.sealAnnexes': 'Ký số phụ lục qua e-office',
  'copies.seal': 'Ký số bản sao qua e-office',
  'notices.mail': 'Gửi thư tổng hợp hằng ngày',
};

/** @param documents the registered documents that promises are about */
export function undoneRow(
  promise: UnkeptPromise,
  mayRetry: boolean,
  documents: readonly IncomingDocumentEntity[],
): UndoneView {
  const { seq, kind, payload, createdAt, attempts, lastError, outcome, dueAt } = promise;
  const about = documents.find(({ id }) => id === payload['incomingDocumentId']);
  const givenUp = outcome === 'givenUp';
  return {
    seq,
    what: WORK[kind] ?? kind,
    subject: about ? { label: `Số đến ${String(about.arrivalNumber)}`, href: incomingHref(about) } : null,
    at: isoInVietnam(createdAt),
    since: shortMoment(createdAt),
    reason: lastError ?? 'Không ghi lý do.',
    standing: givenUp
      ? 'Đã dừng, không tự thử lại.'
      : `Đã thử ${count(attempts)} lần; thử tiếp lúc ${shortMoment(dueAt)}.`,
    retryAction: givenUp && mayRetry ? `/tin-loi/viec/${seq}/thu-lai` : null,
  };
}
