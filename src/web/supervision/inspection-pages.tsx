import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Code } from '../kit/code.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { Empty } from '../kit/empty.js';
import { Facts, type Fact } from '../kit/facts.js';
import { Files, type FileView } from '../ticket-files/files.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList } from '../kit/row-list.js';
import { Timeline, type TimelineEntry } from '../tickets/timeline.js';
import { WorkList, type WorkRow } from '../my-work/work-list.js';
import type { DeadlineWords } from '../kit/words/deadline.js';

/** GET `/giam-sat/mau`: samples for inspection, newest first. */
export interface SamplesView {
  readonly samples: readonly SampleLineView[];
}

export interface SampleLineView {
  readonly id: string;
  readonly href: string;
  readonly purpose: string;
  readonly from: string;
  readonly size: string;
  readonly drawn: string;
}

/** GET `/giam-sat/mau/:id`: one sample, in the order of the draw. */
export interface SampleView {
  readonly purpose: string;
  /** `Đã kiểm tra 3 trên 10 phiếu.` */
  readonly done: string;
  readonly asDrawn: boolean;
  readonly facts: readonly Fact[];
  readonly rows: readonly WorkRow[];
}

/** GET `/giam-sat/phieu/:id` (`mau` = the sample one comes from): what supervision found and directed about a ticket. */
export interface WatchedTicketView {
  readonly code: string;
  readonly subject: string;
  readonly href: string;
  readonly unit: string;
  readonly state: string;
  readonly deadline: DeadlineWords;
  readonly back: { readonly href: string; readonly label: string } | null;
  readonly notes: readonly { readonly entry: TimelineEntry; readonly files: readonly FileView[] }[];
  readonly directives: readonly {
    readonly href: string;
    readonly unit: string;
    readonly state: string;
    readonly due: string;
  }[];
  /** Null where there is nobody to remind. */
  readonly remindAction: string | null;
  readonly forms: readonly ActFormView[];
}

const NO_SAMPLES = {
  kind: 'done',
  heading: 'Chưa rút mẫu nào',
  text: 'Mở một số trên bảng Giám sát rồi chọn Rút mẫu kiểm tra.',
  step: { href: '/giam-sat', label: 'Mở bảng Giám sát' },
} as const;

const SAMPLE_COLUMNS: readonly CardColumn<SampleLineView>[] = [
  { heading: 'Kiểm tra về', cell: ({ href, purpose }) => <a href={href}>{purpose}</a> },
  { heading: 'Rút từ', cell: ({ from }) => from },
  { heading: 'Cỡ mẫu', cell: ({ size }) => size },
  { heading: 'Rút lúc', cell: ({ drawn }) => drawn },
];

export function SamplesPage({ frame, view }: { frame: PageFrame; view: SamplesView }): VNode {
  return (
    <PageShell frame={frame} title="Mẫu kiểm tra" place="supervision" crumb={{ href: '/giam-sat', label: 'Giám sát' }}>
      <PageHead heading="Mẫu kiểm tra">
        <p>Phiếu rút ngẫu nhiên để kiểm tra; ai cũng rút lại được từ hạt giống và danh sách đã lưu.</p>
      </PageHead>
      <Panel id="t-mau" heading="Các mẫu, mới nhất trước" flush>
        {view.samples.length === 0 ? (
          <Empty empty={NO_SAMPLES} />
        ) : (
          <CardTable caption="Mẫu kiểm tra" columns={SAMPLE_COLUMNS} rows={view.samples} keyOf={({ id }) => id} />
        )}
      </Panel>
    </PageShell>
  );
}

export function SamplePage({ frame, view }: { frame: PageFrame; view: SampleView }): VNode {
  return (
    <PageShell
      frame={frame}
      title={view.purpose}
      place="supervision"
      crumb={{ href: '/giam-sat/mau', label: 'Mẫu kiểm tra' }}
    >
      <PageHead heading={view.purpose}>
        <p>{view.done}</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-rut" heading="Cách rút">
          <Note tone={view.asDrawn ? 'pass' : 'fail'}>
            <p>
              {view.asDrawn
                ? 'Vừa rút lại từ hạt giống và danh sách đã lưu: ra đúng các phiếu này.'
                : 'Rút lại không ra các phiếu này: dữ liệu của mẫu đã bị sửa. Báo quản trị kiểm tra nhật ký.'}
            </p>
          </Note>
          <Facts facts={view.facts} />
          <p class="ha-small ha-mute">
            Tính sha256 của “hạt giống:mã nội bộ của phiếu” cho mỗi phiếu trong danh sách, xếp từ nhỏ đến lớn, lấy từ
            đầu.
          </p>
        </Panel>
        <Panel id="t-phieu" heading="Phiếu, theo thứ tự rút" flush>
          <WorkList caption="Phiếu trong mẫu, theo thứ tự rút" rows={view.rows} selected={null} inOwnOrder />
        </Panel>
      </div>
    </PageShell>
  );
}

export function WatchedTicketPage({ frame, view }: { frame: PageFrame; view: WatchedTicketView }): VNode {
  const { code, subject, href, unit, state, deadline, back, notes, directives, remindAction, forms } = view;
  return (
    <PageShell
      frame={frame}
      title={`Giám sát ${code}`}
      place="supervision"
      crumb={{ href: back?.href ?? '/giam-sat', label: back?.label ?? 'Giám sát' }}
    >
      <PageHead
        heading={subject}
        acts={
          <>
            <a class="btn" href={href}>
              Mở phiếu
            </a>
            {remindAction !== null && (
              <ActButton action={remindAction} csrf={frame.csrf} label="Lập công văn đôn đốc" />
            )}
          </>
        }
      >
        <p>
          <Code>{code}</Code> · {unit} · <strong>{state}</strong> · <DeadlinePill deadline={deadline} />
        </p>
      </PageHead>
      <div class="ha-stack">
        {forms.length > 0 && (
          <Panel id="t-lam" heading="Giám sát phiếu này">
            {forms.map((form) => (
              <ActForm key={form.id} form={form} csrf={frame.csrf} />
            ))}
          </Panel>
        )}
        <Panel id="t-ghi-nhan" heading="Kết quả kiểm tra, xác thực">
          {notes.length === 0 ? (
            <p>Chưa có kết quả nào. Kết quả kiểm tra, xác thực được ghi ở phần Giám sát phiếu này.</p>
          ) : (
            notes.map((note) => <Found key={note.entry.at} note={note} />)
          )}
        </Panel>
        <Panel id="t-chi-dao" heading="Chỉ đạo về phiếu này">
          {directives.length === 0 ? (
            <p>Chưa có chỉ đạo nào. Chỉ đạo giao cho đơn vị về phiếu này hiện ở đây kèm kết quả thực hiện.</p>
          ) : (
            <RowList rows={directives.map(directiveRow)} />
          )}
        </Panel>
      </div>
    </PageShell>
  );
}

function Found({ note: { entry, files } }: { note: WatchedTicketView['notes'][number] }): VNode {
  return (
    <>
      <Timeline entries={[entry]} />
      <Files files={files} />
    </>
  );
}

function directiveRow({ href, unit, state, due }: WatchedTicketView['directives'][number]) {
  return { icon: 'alert' as const, title: `${state}, hạn ${due}`, href, detail: unit };
}
