import type { VNode } from 'preact';
import { Empty, type EmptyView } from '../kit/empty.js';
import { PageHead } from '../kit/page-head.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { BookActs, type BookYears } from './book-acts.js';
import { BookTabs } from './book-tabs.js';
import { Clamp, RegisterTable, type RegisterColumn } from './register-table.js';

/** GET `/so-van-ban/buu-dien`: `nam` = year, `truoc` = the line above which nothing is shown. `/so-van-ban/buu-dien.xlsx`, `/in` as every register. */
export interface PostalBookView {
  readonly year: number;
  readonly years: BookYears;
  readonly rows: readonly PostalLineView[];
  readonly empty: EmptyView;
  readonly olderHref: string | null;
  readonly newestHref: string | null;
}

export interface PostalLineView {
  readonly id: string;
  /** `19/03` */
  readonly day: string;
  readonly number: string;
  readonly href: string;
  readonly receiver: string;
  readonly envelopes: string;
  /** Who signed and when, or that the receipt is awaited. */
  readonly signed: string;
  readonly note: string;
}

const COLUMNS: readonly RegisterColumn<PostalLineView>[] = [
  { heading: 'Ngày chuyển', width: 'ha-c4', cell: ({ day }) => day },
  {
    heading: 'Số, ký hiệu văn bản',
    width: 'ha-c10',
    cell: ({ href, number }) => (
      <a class="ha-no" href={href}>
        {number}
      </a>
    ),
  },
  { heading: 'Nơi nhận văn bản', width: null, cell: ({ receiver }) => <Clamp text={receiver} /> },
  { heading: 'Số lượng bì', width: 'ha-c4', cell: ({ envelopes }) => envelopes },
  { heading: 'Ký nhận và dấu bưu điện', width: 'ha-c8', cell: ({ signed }) => <Clamp text={signed} /> },
  { heading: 'Ghi chú', width: 'ha-c7', cell: ({ note }) => note },
];

export function PostalBookPage({ frame, view }: { frame: PageFrame; view: PostalBookView }): VNode {
  const { year, rows } = view;
  const heading = `Sổ gửi văn bản đi bưu điện năm ${year}`;
  return (
    <PageShell frame={frame} title={heading} place="registers" class="ha-print-wide">
      <PageHead heading={heading} acts={<BookActs code="buu-dien" year={year} years={view.years} />}>
        <p>Văn bản gửi bưu điện hoặc trả trực tiếp, ghi ở trang của từng văn bản. Tên cột chưa đối chiếu nguyên văn.</p>
      </PageHead>
      <BookTabs current="buu-dien" year={year} />
      <section class="ha-panel ha-panel-flat" aria-label={heading}>
        {rows.length === 0 ? (
          <Empty empty={view.empty} />
        ) : (
          <>
            <RegisterTable
              caption={`${heading}, ngày gần trước`}
              columns={COLUMNS}
              rows={rows}
              keyOf={({ id }) => id}
            />
            <div class="ha-panel-f ha-small ha-mute">
              {view.newestHref !== null && <a href={view.newestHref}>Mới nhất</a>}{' '}
              {view.olderHref !== null && <a href={view.olderHref}>Cũ hơn</a>}
            </div>
          </>
        )}
      </section>
    </PageShell>
  );
}
