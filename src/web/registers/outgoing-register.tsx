import type { VNode } from 'preact';
import { Icon, type IconName } from '../kit/icon.js';
import { PairLink, type PairView } from '../documents/pair-link.js';
import { Clamp, RegisterTable, type RegisterColumn } from './register-table.js';
import { Tag } from '../kit/tag.js';

export interface OutgoingRow {
  /** `512/SGDĐT-VP` */
  readonly number: string;
  /** Its page. */
  readonly href: string;
  /** `18/03` */
  readonly day: string;
  readonly kind: string;
  readonly subject: string;
  readonly signer: string;
  readonly recipients: string;
  readonly answers: PairView | null;
  readonly state:
    | 'released'
    | 'reserved'
    | 'sealing'
    | 'toSend'
    | 'resending'
    | 'notSent'
    | 'recalled'
    | 'takenOver'
    | 'elsewhere';
  /** `5 trên 5 đã nhận` */
  readonly latest: string | null;
  /** That it was recalled, and which documents amend it or are amended by it; empty as a rule. */
  readonly note: string;
  /** Reason and both names, when the number was voided. */
  readonly voided: string | null;
}

const STATES: Readonly<Record<OutgoingRow['state'], { readonly words: string; readonly icon: IconName }>> = {
  released: { words: 'Đã phát hành', icon: 'check' },
  reserved: { words: 'Giữ số, chờ ký và đóng dấu', icon: 'clock' },
  sealing: { words: 'Chờ đóng dấu', icon: 'clock' },
  toSend: { words: 'Chờ văn thư gửi', icon: 'clock' },
  resending: { words: 'Chờ gửi lại', icon: 'clock' },
  notSent: { words: 'Chưa gửi được', icon: 'alert' },
  takenOver: { words: 'Sổ cũ', icon: 'book' },
  elsewhere: { words: 'Theo hệ thống quản lý văn bản', icon: 'book' },
  recalled: { words: 'ĐÃ THU HỒI', icon: 'x' },
};

const COLUMNS: readonly RegisterColumn<OutgoingRow>[] = [
  { heading: 'Số, ký hiệu', width: 'ha-c1', cell: (row) => <OwnNumber row={row} /> },
  { heading: 'Ngày', width: 'ha-c2', cell: (row) => row.day },
  { heading: 'Tên loại và trích yếu', width: null, cell: (row) => <Clamp kind={row.kind} text={row.subject} /> },
  { heading: 'Người ký', width: 'ha-c4', cell: (row) => row.signer },
  { heading: 'Nơi nhận', width: 'ha-c5', cell: (row) => <Clamp text={row.recipients} /> },
  { heading: 'Văn bản đến', width: 'ha-c6', cell: (row) => <PairLink pair={row.answers} none="không có" /> },
  { heading: 'Tình trạng', width: 'ha-c7', cell: (row) => <ReleaseState row={row} /> },
];

/** Sổ đăng ký văn bản đi: the columns a screen needs; the print-out has all ten. */
export function OutgoingRegister({ caption, rows }: { caption: string; rows: readonly OutgoingRow[] }): VNode {
  return (
    <RegisterTable
      caption={caption}
      columns={COLUMNS}
      rows={rows}
      keyOf={(row) => row.number}
      voidedReason={(row) => row.voided}
    />
  );
}

function OwnNumber({ row }: { row: OutgoingRow }): VNode {
  return (
    <>
      <a class="ha-no" href={row.href}>
        {row.number}
      </a>
      {row.voided !== null && (
        <>
          <br />
          <Tag>Số hủy</Tag>
        </>
      )}
    </>
  );
}

function ReleaseState({ row }: { row: OutgoingRow }): VNode {
  const { words, icon } = STATES[row.state];
  return (
    <>
      <span class="ha-state">
        <Icon name={icon} tone={row.state === 'released' ? 'ok' : undefined} />
        {words}
      </span>
      {row.latest !== null && <span class="ha-sub">{row.latest}</span>}
      {row.note !== '' && <span class="ha-sub">{row.note}</span>}
    </>
  );
}
