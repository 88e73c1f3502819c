import type { VNode } from 'preact';
import type { ActFormView } from '../kit/acts/act-form.js';
import { ActButton } from '../kit/act-button.js';
import { AssignmentForm, type AssignmentView } from './assignment-form.js';
import { CitizenWords, type CitizenWordsView } from '../identity/citizen-words.js';
import { Code } from '../kit/code.js';
import { DeadlinePill } from '../deadlines/deadline-pill.js';
import { DeadlineProof, type DeadlineProofView } from '../deadlines/deadline-proof.js';
import { DraftStep, type DraftStepView } from '../drafting/draft-step.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Matter, MoreActs, type MatterView } from './matter.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { ProgressBox, type ProgressBoxView } from './progress-box.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { Tag } from '../kit/tag.js';
import { Timeline, type TimelineEntry } from './timeline.js';

/**
 * GET `/phieu/:id`.
 *
 * POST `/phieu/:id/tiep-nhan` (nothing) · `/phieu/:id/giao` (`unitId`, `officerId`) · `/phieu/:id/nhan` (nothing) ·
 * `/phieu/:id/tien-do` (`text`, `audience` = `internal` | `hotline`, `field` = `progress` | `measure` | `result`) ·
 * `/phieu/:id/du-thao` (nothing).
 */
export interface TicketView {
  readonly id: string;
  /** Number of the last line of its course: by it the page knows whether the ticket has moved since. */
  readonly line: number;
  readonly code: string;
  readonly subject: string;
  /** Unit in charge, or what the complaint is about. */
  readonly unit: string;
  readonly state: string;
  /** The list one came from and the neighbours in it. */
  readonly list: TicketListView | null;
  readonly words: CitizenWordsView;
  readonly deadline: DeadlineProofView;
  /** Who is in charge, who takes part, who approves. */
  readonly responsibility: readonly RowView[];
  /** Messages to and from the hotline. */
  readonly exchange: { readonly pending: string | null; readonly rows: readonly RowView[] };
  /** Incoming and outgoing document, a link both ways. */
  readonly pair: readonly RowView[];
  /** What supervision wants done about it; left out where there is nothing. */
  readonly watch?: readonly RowView[];
  readonly timeline: readonly TimelineEntry[];
  /** What else this person may do, each with its form. */
  readonly acts: readonly ActFormView[];
  /** What is going on about the ticket. */
  readonly matters: readonly MatterView[];
  /** What this person may do now; null = not shown. */
  readonly may: {
    /** The department takes the ticket. */
    readonly accept: boolean;
    /** The unit's officer takes the assignment. */
    readonly acceptAssignment: boolean;
    readonly assign: AssignmentView | null;
    readonly note: ProgressBoxView | null;
    readonly draft: DraftStepView | null;
  };
}

export interface TicketListView {
  readonly href: string;
  readonly heading: string;
  /** `phiếu 6 trên 21` */
  readonly position: string;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
}

export function TicketPage({ frame, view }: { frame: PageFrame; view: TicketView }): VNode {
  return (
    <PageShell frame={frame} title={view.code} place="work">
      <TicketCrumb list={view.list} />
      <p class="ha-moved" role="status" data-ticket-moved={view.id} data-line={view.line} />
      <PageHead heading={view.subject} acts={<TicketActs view={view} csrf={frame.csrf} />}>
        <p>
          <Code>{view.code}</Code> · {view.unit} · <strong>{view.state}</strong>
        </p>
        <p class="ha-only-phone">
          <DeadlinePill deadline={view.deadline.pill} /> <span class="ha-nowrap">{view.deadline.moment}</span>
        </p>
      </PageHead>
      <div class="ha-two ha-ticket">
        <div>
          <CitizenWords words={view.words} csrf={frame.csrf} />
          {view.may.note !== null && <ProgressBox box={view.may.note} csrf={frame.csrf} />}
          {view.matters.map((matter) => (
            <Matter key={matter.id} matter={matter} csrf={frame.csrf} />
          ))}
          <MoreActs forms={view.acts} csrf={frame.csrf} />
          <Panel
            id="t-qua-trinh"
            class="ha-last"
            heading="Quá trình"
            aside={<span class="ha-small ha-mute">mới nhất trước; chấm đặc: người phản ánh thấy được</span>}
          >
            <Timeline entries={view.timeline} />
          </Panel>
        </div>
        <TicketSide view={view} csrf={frame.csrf} />
      </div>
    </PageShell>
  );
}

function TicketCrumb({ list }: { list: TicketListView | null }): VNode {
  return (
    <nav class="ha-crumb" aria-label="Trong danh sách">
      <a href={list?.href ?? '/'}>
        <Icon name="left" />
        {list?.heading ?? 'Việc của tôi'}
      </a>
      {list !== null && (
        <>
          <span>{list.position}</span>
          {list.previousHref !== null && (
            <a href={list.previousHref} rel="prev" data-key="[">
              Trước{' '}
              <kbd class="ha-not-phone" aria-hidden="true">
                [
              </kbd>
            </a>
          )}
          {list.nextHref !== null && (
            <a href={list.nextHref} rel="next" data-key="]">
              Sau{' '}
              <kbd class="ha-not-phone" aria-hidden="true">
                ]
              </kbd>
            </a>
          )}
        </>
      )}
    </nav>
  );
}

/** The next step of the ticket is the main button; there is only one. */
function TicketActs({ view, csrf }: { view: TicketView; csrf: string }): VNode {
  const { accept, acceptAssignment, draft } = view.may;
  return (
    <>
      {accept && (
        <ActButton action={`/phieu/${view.id}/tiep-nhan`} csrf={csrf} label="Tiếp nhận" primary nextStep shortcut="a" />
      )}
      {acceptAssignment && (
        <ActButton
          action={`/phieu/${view.id}/nhan`}
          csrf={csrf}
          label="Nhận việc"
          primary={!accept}
          nextStep={!accept}
          shortcut="a"
        />
      )}
      {draft !== null && <DraftStep step={draft} csrf={csrf} primary={!accept && !acceptAssignment} />}
    </>
  );
}

/** Who takes it comes first while nobody has; afterwards the deadline does. */
function TicketSide({ view, csrf }: { view: TicketView; csrf: string }): VNode {
  const toHandOver = view.may.assign?.open === true;
  return (
    <aside aria-label="Hạn, trách nhiệm, trao đổi">
      {toHandOver && <Responsibility view={view} csrf={csrf} />}
      <DeadlineProof deadline={view.deadline} />
      {!toHandOver && <Responsibility view={view} csrf={csrf} />}
      {(view.exchange.rows.length > 0 || view.exchange.pending !== null) && (
        <Panel
          id="t-trao-doi"
          heading="Trao đổi với 1022"
          aside={view.exchange.pending !== null && <Tag>{view.exchange.pending}</Tag>}
        >
          <RowList rows={view.exchange.rows} />
        </Panel>
      )}
      <Panel id="t-cap" heading="Văn bản đến – văn bản trả lời">
        <RowList rows={view.pair} />
      </Panel>
      {view.watch !== undefined && view.watch.length > 0 && (
        <Panel id="t-giam-sat" heading="Giám sát">
          <RowList rows={view.watch} />
        </Panel>
      )}
    </aside>
  );
}

function Responsibility({ view, csrf }: { view: TicketView; csrf: string }): VNode {
  return (
    <Panel id="t-trach-nhiem" heading="Trách nhiệm">
      <RowList rows={view.responsibility} />
      {view.may.assign !== null && <AssignmentForm assignment={view.may.assign} csrf={csrf} />}
    </Panel>
  );
}
