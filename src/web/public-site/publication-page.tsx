import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { PUBLIC_SITE } from './public-page.js';

/** GET `/cong-bo` (`truoc`): what the public reads and what was taken back, newest first. */
export interface PublicationListView {
  readonly rows: readonly PublicationRowView[];
  readonly olderHref: string | null;
}

export interface PublicationRowView {
  readonly number: number;
  readonly href: string;
  readonly title: string;
  readonly detail: string;
  readonly published: string;
  readonly standing: string;
}

/** GET `/cong-bo/:number` */
export interface PublicationView {
  readonly title: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  /** Null where it is withdrawn already. */
  readonly withdraw: ActFormView | null;
}

const COLUMNS: readonly CardColumn<PublicationRowView>[] = [
  { heading: 'Số', cell: ({ number }) => number },
  {
    heading: 'Kết quả',
    cell: ({ href, title, detail }) => (
      <>
        <a href={href}>{title}</a>
        <span class="ha-sub ha-whole">{detail}</span>
      </>
    ),
  },
  { heading: 'Công khai', cell: ({ published }) => published },
  { heading: 'Tình trạng', cell: ({ standing }) => standing },
];

const NONE = {
  kind: 'done',
  heading: 'Chưa có kết quả nào được công khai',
  text: 'Đơn vị đề nghị công khai ở trang của phiếu; giám sát hoặc lãnh đạo duyệt thì kết quả hiện ở đây.',
} as const;

export function PublicationListPage({ frame, view }: { frame: PageFrame; view: PublicationListView }): VNode {
  return (
    <PageShell frame={frame} title="Kết quả công khai" place={null}>
      <PageHead
        heading="Kết quả công khai"
        acts={
          <a class="btn" href={`${PUBLIC_SITE}/ket-qua`}>
            Xem trang công khai
          </a>
        }
      >
        <p>Mọi người đọc được mà không đăng nhập. Nội dung có chỗ không nên công khai thì gỡ ngay, hỏi sau.</p>
      </PageHead>
      <section class="ha-panel" aria-label="Kết quả công khai">
        {view.rows.length === 0 ? (
          <Empty empty={NONE} />
        ) : (
          <CardTable
            caption="Kết quả công khai, mới nhất trước"
            columns={COLUMNS}
            rows={view.rows}
            keyOf={({ number }) => number}
          />
        )}
        {view.olderHref !== null && (
          <p class="ha-more-rows">
            <a href={view.olderHref}>Xem kết quả cũ hơn</a>
          </p>
        )}
      </section>
    </PageShell>
  );
}

export function PublicationOnePage({ frame, view }: { frame: PageFrame; view: PublicationView }): VNode {
  return (
    <PageShell frame={frame} title={view.title} place={null} crumb={{ href: '/cong-bo', label: 'Kết quả công khai' }}>
      <PageHead heading={view.title} />
      <Panel id="noi-dung-cong-khai" heading="Nội dung mọi người đọc">
        <Paragraphs text={view.text} />
        <Facts facts={view.facts} />
        {view.withdraw !== null && <ActForm form={view.withdraw} csrf={frame.csrf} />}
      </Panel>
    </PageShell>
  );
}
