import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { Code } from '../kit/code.js';
import { Crumb } from '../kit/crumb.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { Clamp } from '../registers/register-table.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { Timeline, type TimelineEntry } from '../tickets/timeline.js';

/** GET `/giam-sat/chi-dao`: what units were told to do; people of a unit see their own. */
export interface DirectivesView {
  readonly open: readonly DirectiveLineView[];
  readonly answered: readonly DirectiveLineView[];
  readonly closed: readonly DirectiveLineView[];
  /** Null for those who direct nobody. */
  readonly issue: ActFormView | null;
  /** Whether the board is a place of this person. */
  readonly mayWatch: boolean;
}

export interface DirectiveLineView {
  readonly id: string;
  readonly href: string;
  readonly text: string;
  readonly unit: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly issued: string;
}

/** GET `/giam-sat/chi-dao/:id`. */
export interface DirectiveView {
  readonly unit: string;
  readonly text: string;
  readonly state: string;
  readonly due: string;
  readonly isLate: boolean;
  readonly ticket: { readonly href: string; readonly code: string; readonly subject: string } | null;
  /** Newest first. */
  readonly steps: readonly TimelineEntry[];
  readonly forms: readonly ActFormView[];
}

/** GET `/giam-sat/don-doc`: letters that remind units, those that wait for a person first. */
export interface LettersView {
  readonly letters: readonly LetterLineView[];
}

export interface LetterLineView {
  readonly id: string;
  readonly unit: string;
  readonly tickets: string;
  readonly state: string;
  readonly problem: string | null;
  readonly proposed: string;
  readonly decided: string | null;
  readonly href: string | null;
  readonly makeAction: string | null;
  /** Its document on the way out. */
  readonly draft: RowView | null;
  readonly draftAction: string | null;
  readonly drop: ActFormView | null;
}

const LATE = { tone: 'late', words: 'Quá hạn' } as const;

const COLUMNS: readonly CardColumn<DirectiveLineView>[] = [
  {
    heading: 'Hạn trả lời',
    cell: ({ due, isLate }) => (
      <>
        {due} {isLate && <DeadlinePill deadline={LATE} />}
      </>
    ),
  },
  {
    heading: 'Nội dung chỉ đạo',
    cell: ({ href, text }) => (
      <a href={href}>
        <Clamp text={text} />
      </a>
    ),
  },
  { heading: 'Đơn vị', cell: ({ unit }) => unit },
  { heading: 'Chỉ đạo lúc', cell: ({ issued }) => issued },
];

const none = (heading: string) =>
  ({ kind: 'done', heading, text: 'Chỉ đạo mới sẽ hiện ở đây, hạn gần nhất trước.' }) as const;

export function DirectivesPage({ frame, view }: { frame: PageFrame; view: DirectivesView }): VNode {
  const { open, answered, closed, issue, mayWatch } = view;
  return (
    <PageShell frame={frame} title="Chỉ đạo" place={mayWatch ? 'supervision' : 'work'}>
      {mayWatch ? <Crumb href="/giam-sat" label="Giám sát" /> : <Crumb href="/" label="Việc của tôi" />}
      <PageHead heading="Chỉ đạo">
        <p>Điều đơn vị phải làm và phải trả lời, theo dõi tới khi xong.</p>
      </PageHead>
      <div class="ha-stack">
        {issue !== null && (
          <Panel id="t-moi" heading="Chỉ đạo mới">
            <ActForm form={issue} csrf={frame.csrf} />
          </Panel>
        )}
        <Panel id="t-cho" heading="Chờ đơn vị trả lời" flush>
          <Lines caption="Chỉ đạo chờ trả lời, hạn gần nhất trước" lines={open} empty="Không có chỉ đạo chờ trả lời" />
        </Panel>
        <Panel id="t-da-tra-loi" heading="Đã trả lời, chờ đánh giá" flush>
          <Lines caption="Chỉ đạo đã trả lời" lines={answered} empty="Không có câu trả lời chờ đánh giá" />
        </Panel>
        <Panel id="t-xong" heading="Đã kết thúc" flush>
          <Lines caption="Chỉ đạo đã kết thúc" lines={closed} empty="Chưa có chỉ đạo nào kết thúc" />
        </Panel>
      </div>
    </PageShell>
  );
}

function Lines({
  caption,
  lines,
  empty,
}: {
  caption: string;
  lines: readonly DirectiveLineView[];
  empty: string;
}): VNode {
  if (lines.length === 0) return <Empty empty={none(empty)} />;
  return <CardTable caption={caption} columns={COLUMNS} rows={lines} keyOf={({ id }) => id} />;
}

export function DirectivePage({ frame, view }: { frame: PageFrame; view: DirectiveView }): VNode {
  const { unit, text, state, due, isLate, ticket, steps, forms } = view;
  return (
    <PageShell
      frame={frame}
      title={`Chỉ đạo ${unit}`}
      place="work"
      crumb={{ href: '/giam-sat/chi-dao', label: 'Chỉ đạo' }}
    >
      <PageHead heading={`Chỉ đạo ${unit}`}>
        <p>
          <strong>{state}</strong> · trả lời chậm nhất ngày {due} {isLate && <DeadlinePill deadline={LATE} />}
        </p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-viec" heading="Nội dung chỉ đạo">
          <Paragraphs text={text} />
          {ticket !== null && (
            <p>
              Về phiếu <a href={ticket.href}>{ticket.subject}</a> <Code>{ticket.code}</Code>
            </p>
          )}
          {forms.map((form) => (
            <ActForm key={form.id} form={form} csrf={frame.csrf} />
          ))}
        </Panel>
        <Panel id="t-qua-trinh" heading="Quá trình, mới nhất trước">
          <Timeline entries={steps} />
        </Panel>
      </div>
    </PageShell>
  );
}

const NO_LETTERS = {
  kind: 'done',
  heading: 'Chưa có công văn đôn đốc nào',
  text: 'Lập từ bảng Giám sát cho đơn vị có phiếu quá hạn; hệ thống cũng tự đề nghị khi phiếu quá hạn 2 ngày làm việc.',
  step: { href: '/giam-sat', label: 'Mở bảng Giám sát' },
} as const;

export function LettersPage({ frame, view }: { frame: PageFrame; view: LettersView }): VNode {
  const columns: readonly CardColumn<LetterLineView>[] = [
    { heading: 'Đơn vị', cell: ({ unit }) => <strong>{unit}</strong> },
    { heading: 'Phiếu', cell: ({ tickets }) => tickets },
    { heading: 'Đề nghị', cell: ({ proposed }) => proposed },
    { heading: 'Tình trạng', cell: (letter) => <Standing letter={letter} /> },
    { heading: 'Việc làm', cell: (letter) => <LetterActs letter={letter} csrf={frame.csrf} /> },
  ];
  return (
    <PageShell
      frame={frame}
      title="Công văn đôn đốc"
      place="supervision"
      crumb={{ href: '/giam-sat', label: 'Giám sát' }}
    >
      <PageHead heading="Công văn đôn đốc">
        <p>
          Xem bản Word, rồi soạn để duyệt, ký, lấy số và gửi trên phần mềm. Số phiếu đã trả lời đổi theo việc của đơn
          vị.
        </p>
      </PageHead>
      <Panel id="t-cong-van" heading="Chờ quyết định trước, rồi mới nhất trước" flush>
        {view.letters.length === 0 ? (
          <Empty empty={NO_LETTERS} />
        ) : (
          <CardTable caption="Công văn đôn đốc" columns={columns} rows={view.letters} keyOf={({ id }) => id} />
        )}
      </Panel>
    </PageShell>
  );
}

function Standing({ letter: { state, problem, decided } }: { letter: LetterLineView }): VNode {
  return (
    <>
      {state}
      {decided !== null && <p class="ha-mute">{decided}</p>}
      {problem !== null && <p class="ha-mute">{problem}</p>}
    </>
  );
}

function LetterActs({ letter, csrf }: { letter: LetterLineView; csrf: string }): VNode {
  const { unit, href, makeAction, draft, draftAction, drop } = letter;
  return (
    <>
      {href !== null && (
        <a class="btn btn-sm" href={href}>
          Tải bản Word<span class="ha-vh"> gửi {unit}</span>
        </a>
      )}
      {makeAction !== null && (
        <ActButton action={makeAction} csrf={csrf} label="Lập công văn" about={`gửi ${unit}`} small />
      )}
      {draft !== null && <RowList rows={[draft]} />}
      {draftAction !== null && (
        <ActButton action={draftAction} csrf={csrf} label="Soạn để trình ký" about={`gửi ${unit}`} small />
      )}
      {drop !== null && <ActForm form={drop} csrf={csrf} about={`gửi ${unit}`} />}
    </>
  );
}
