import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';

/**
 * GET `/trao-doi/doi-chieu`: where the e-office and the app do not agree.
 *
 * POST the same path (`from`, may be empty): compares now. POST `…/:id/sua` (nothing): repairs one. POST `…/:id/giai-thich` (`reason`): lets one stand.
 * POST `…/cap-so` (`reason`): asks, or as a second person confirms, that numbers are given without a comparison.
 */
export interface ReconciliationView {
  readonly summary: string;
  /** What the last comparison did not look at; null before the first. */
  readonly notLooked: string | null;
  /** No number is given after a restore; null while numbers are given. */
  readonly held: HeldView | null;
  /** Both sides agreed where they were compared last. */
  readonly isAgreed: boolean;
  /** Null for those who may only look, and where the e-office lists nothing. */
  readonly askAction: string | null;
  /** Something is being compared or repaired: the page looks again by itself. */
  readonly isRunning: boolean;
  /** What this comparison cannot see, for a person does it. */
  readonly byHand: { readonly label: string; readonly href: string } | null;
  readonly clock: { readonly words: string; readonly product: string; readonly isFar: boolean } | null;
  readonly groups: readonly {
    readonly kind: string;
    readonly heading: string;
    readonly meaning: string;
    readonly rows: readonly DifferenceView[];
  }[];
  /** Letters that left before a restore and are not back in the register; each leads to the form that brings it back. */
  readonly lostLetters: readonly RowView[];
  /** Newest first. */
  readonly runs: readonly ReconciliationRunView[];
  readonly ended: readonly EndedView[];
}

export interface HeldView {
  readonly words: string;
  readonly failure: string | null;
  /** Two people may go on without a comparison: who has asked, and the form by which the next one does. */
  readonly asked: string | null;
  readonly goOn: ActFormView | null;
}

export interface DifferenceView {
  readonly id: string;
  /** ISO 8601 with zone. */
  readonly at: string;
  readonly when: string;
  /** The document's name among agencies, else that of its message. */
  readonly name: string;
  /** The name that both sides compare by; null where it says nothing more. */
  readonly code: string | null;
  readonly detail: string;
  readonly standing: string | null;
  readonly repair: { readonly action: string; readonly label: string } | null;
  /** What a person found out; null for those who may only look. */
  readonly explain: ActFormView | null;
}

export interface ReconciliationRunView {
  readonly id: string;
  readonly at: string;
  readonly when: string;
  readonly by: string;
  readonly since: string;
  readonly outcome: string;
  readonly isFailed: boolean;
}

export interface EndedView {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly how: string;
}

const AGREED = {
  kind: 'done',
  heading: 'Không có điểm nào khác nhau ở phần đã xem',
  text: 'Mỗi ngày hệ thống tự đối chiếu một lần; tin thiếu ở bên Sở được tự lấy lại.',
} as const;

export function ReconciliationPage({ frame, view }: { frame: PageFrame; view: ReconciliationView }): VNode {
  const { csrf } = frame;
  return (
    <PageShell
      frame={frame}
      title="Đối chiếu với hệ thống quản lý văn bản"
      place="exchange"
      crumb={{ href: '/trao-doi', label: 'Trao đổi với bên ngoài' }}
    >
      <PageHead
        heading="Đối chiếu với hệ thống quản lý văn bản"
        acts={
          view.askAction !== null && (
            <ActButton action={view.askAction} csrf={csrf} label="Đối chiếu ngay" icon="refresh" primary />
          )
        }
      >
        <p>{view.summary}</p>
        {view.notLooked !== null && <p>{view.notLooked}</p>}
        {view.byHand !== null && (
          <p>
            <a href={view.byHand.href}>{view.byHand.label}</a>
          </p>
        )}
      </PageHead>
      <Live id="song-doi-chieu" on={view.isRunning}>
        {view.held !== null && <Held held={view.held} csrf={csrf} />}
        {view.clock?.isFar === true && (
          <Note tone="fail">
            <p>{view.clock.words}. Hạn của phiếu không đổi; báo quản trị chỉnh lại giờ một trong hai máy.</p>
          </Note>
        )}
        {view.isAgreed && (
          <section class="ha-panel" aria-label="Điểm khác nhau">
            <Empty empty={AGREED} />
          </section>
        )}
        {view.groups.map((group) => (
          <Group key={group.kind} group={group} csrf={csrf} />
        ))}
        {view.lostLetters.length > 0 && (
          <Panel id="cho-dua-lai" heading="Văn bản đi chờ đưa trở lại sổ">
            <p>
              Đã cấp số, có thể đã phát hành, sau bản sao lưu. Tải tệp đã phát hành ở hệ thống quản lý văn bản rồi mở
              từng dòng để đưa vào sổ; số và ngày giữ nguyên, không gửi lại cho ai.
            </p>
            <RowList rows={view.lostLetters} />
          </Panel>
        )}
        <Runs view={view} csrf={csrf} />
        {view.ended.length > 0 && <Ended ended={view.ended} />}
      </Live>
    </PageShell>
  );
}

function Held({ held: { words, failure, asked, goOn }, csrf }: { held: HeldView; csrf: string }): VNode {
  return (
    <Note tone="fail">
      <p>{words}</p>
      {failure !== null && <p>{failure}</p>}
      {asked !== null && <p>{asked}</p>}
      {goOn !== null && <ActForm csrf={csrf} form={goOn} />}
    </Note>
  );
}

function Group({ group, csrf }: { group: ReconciliationView['groups'][number]; csrf: string }): VNode {
  const id = `khac-${group.kind}`;
  return (
    <Panel id={id} heading={group.heading} flush>
      <div class="ha-panel-b">
        <p>{group.meaning}</p>
      </div>
      <CardTable
        caption={group.heading}
        columns={differenceColumns(csrf)}
        rows={group.rows}
        keyOf={({ id: row }) => row}
      />
    </Panel>
  );
}

function differenceColumns(csrf: string): readonly CardColumn<DifferenceView>[] {
  return [
    { heading: 'Thời điểm', cell: ({ at, when }) => <time datetime={at}>{when}</time> },
    {
      heading: 'Văn bản hoặc tin',
      label: 'Tin',
      cell: ({ name, code }) => (
        <>
          {name}
          {code !== null && code !== name && (
            <span class="ha-sub ha-whole">
              <code>{code}</code>
            </span>
          )}
        </>
      ),
    },
    {
      heading: 'Chi tiết',
      cell: ({ detail, standing }) => (
        <>
          {detail}
          {standing !== null && <span class="ha-sub ha-whole">{standing}</span>}
        </>
      ),
    },
    { heading: 'Xử lý', cell: (row) => <Acts row={row} csrf={csrf} /> },
  ];
}

function Acts({ row: { repair, explain }, csrf }: { row: DifferenceView; csrf: string }): VNode {
  return (
    <>
      {repair !== null && <ActButton action={repair.action} csrf={csrf} label={repair.label} small />}
      {explain !== null && <ActForm csrf={csrf} form={explain} />}
    </>
  );
}

function Runs({ view, csrf }: { view: ReconciliationView; csrf: string }): VNode {
  return (
    <Panel
      id="cac-lan"
      heading="Các lần đối chiếu gần đây"
      flush
      footer={view.clock && `${view.clock.words}. ${view.clock.product}.`}
    >
      {view.runs.length === 0 ? (
        <p class="ha-panel-b">Chưa đối chiếu lần nào; hệ thống tự đối chiếu mỗi ngày một lần và ghi kết quả ở đây.</p>
      ) : (
        <CardTable
          caption="Các lần đối chiếu, mới nhất trước"
          columns={RUN_COLUMNS}
          rows={view.runs}
          keyOf={({ id }) => id}
        />
      )}
      {view.askAction !== null && (
        <div class="ha-panel-b">
          <ActForm
            csrf={csrf}
            form={{
              id: 'tu-ngay',
              label: 'Đối chiếu từ một ngày…',
              action: view.askAction,
              submit: 'Đối chiếu từ ngày này',
              lead: 'Sau khi phục hồi một bản sao lưu cũ, chọn ngày của bản sao lưu.',
              fields: [{ kind: 'date', name: 'from', label: 'Từ ngày', required: true }],
            }}
          />
        </div>
      )}
    </Panel>
  );
}

const RUN_COLUMNS: readonly CardColumn<ReconciliationRunView>[] = [
  { heading: 'Thời điểm', cell: ({ at, when }) => <time datetime={at}>{when}</time> },
  { heading: 'Từ', cell: ({ since }) => since },
  { heading: 'Người yêu cầu', cell: ({ by }) => by },
  { heading: 'Kết quả', cell: ({ isFailed, outcome }) => (isFailed ? <span class="ha-bad">{outcome}</span> : outcome) },
];

function Ended({ ended }: { ended: readonly EndedView[] }): VNode {
  return (
    <Panel id="da-xong" heading="Đã khớp hoặc có kết luận gần đây" flush>
      <CardTable
        caption="Điểm khác nhau đã xong, mới nhất trước"
        columns={ENDED_COLUMNS}
        rows={ended}
        keyOf={({ id }) => id}
      />
    </Panel>
  );
}

const ENDED_COLUMNS: readonly CardColumn<EndedView>[] = [
  { heading: 'Văn bản hoặc tin', label: 'Tin', cell: ({ name }) => name },
  { heading: 'Nội dung khác nhau', cell: ({ what }) => what },
  { heading: 'Kết thúc', cell: ({ how }) => how },
];
