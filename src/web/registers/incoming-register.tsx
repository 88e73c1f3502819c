import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';
import { PairLink, type PairView } from '../documents/pair-link.js';
import type { SignatureWords } from '../signing/signatures.js';
import { SignatureMark } from '../signing/signature-mark.js';
import { Clamp, RegisterTable, type RegisterColumn } from './register-table.js';

export interface IncomingRow {
  /** Of the line among those of the page. */
  readonly key: string;
  /** Số đến: `1284`, `chờ số` */
  readonly number: string;
  readonly href: string | null;
  /** Day of arrival: `13/03`. */
  readonly day: string;
  readonly author: string;
  /** The author's own number and day: `PAKN.20260312.0042`, `12/03`. */
  readonly theirNumber: string;
  readonly theirDay: string;
  readonly kind: string;
  readonly subject: string;
  /** Null where no PDF came. */
  readonly signature: SignatureWords | null;
  /** Of the message that brought it. */
  readonly messageSignature: SignatureWords | null;
  /** Unit or person who received it. */
  readonly receiver: string;
  /** `chuyển 17/03/2026; ký nhận Lê Thị Ngọc, 18/03/2026`; null where it was not handed on. */
  readonly routed: string | null;
  /** That another register made the line, or gave its number; null where neither did. */
  readonly note: string | null;
  /** Others that bear the same number; what its sender has done to it since, or does with it to another. */
  readonly warnings: readonly string[];
  readonly answeredBy: PairView | null;
}

const COLUMNS: readonly RegisterColumn<IncomingRow>[] = [
  {
    heading: 'Số đến',
    width: 'ha-c9',
    cell: (row) =>
      row.href === null ? (
        <span class="ha-no">{row.number}</span>
      ) : (
        <a class="ha-no" href={row.href}>
          {row.number}
        </a>
      ),
  },
  { heading: 'Ngày đến', width: 'ha-c9', cell: (row) => row.day },
  { heading: 'Tác giả', width: 'ha-c5', cell: (row) => row.author },
  {
    heading: 'Số, ký hiệu, ngày',
    width: 'ha-c10',
    cell: (row) => (
      <>
        {row.theirNumber}
        <span class="ha-sub">{row.theirDay}</span>
        {row.warnings.map((warning) => (
          <span key={warning} class="ha-sub ha-strong">
            <Icon name="alert" />
            {warning}
          </span>
        ))}
      </>
    ),
  },
  {
    heading: 'Tên loại và trích yếu',
    width: null,
    cell: (row) => (
      <>
        <Clamp kind={row.kind} text={row.subject} />
        {row.note !== null && <span class="ha-sub">{row.note}</span>}
        {row.signature && <SignatureMark signature={row.signature} />}
        {row.messageSignature && <SignatureMark signature={row.messageSignature} />}
      </>
    ),
  },
  {
    heading: 'Đơn vị, người nhận',
    width: 'ha-c11',
    cell: (row) => (
      <>
        {row.receiver}
        {row.routed !== null && <span class="ha-sub">{row.routed}</span>}
      </>
    ),
  },
  { heading: 'Văn bản đi', width: 'ha-c10', cell: (row) => <PairLink pair={row.answeredBy} none="chưa có" /> },
];

/** Sổ đăng ký văn bản đến. */
export function IncomingRegister({ caption, rows }: { caption: string; rows: readonly IncomingRow[] }): VNode {
  return <RegisterTable caption={caption} columns={COLUMNS} rows={rows} keyOf={(row) => row.key} />;
}
