import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { BookActs, type BookYears } from '../registers/book-acts.js';
import { BookTabs } from '../registers/book-tabs.js';
import { Empty, type EmptyView } from '../kit/empty.js';
import { Icon } from '../kit/icon.js';
import { Begins, type BeginsView } from '../registers/begins.js';
import { Integrity, type IntegrityView } from '../signing/integrity.js';
import { PageShell } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { isBeingClosed, RegisterClosing, type ClosingView } from '../registers/register-closing.js';
import { Clamp, RegisterTable, type RegisterColumn } from '../registers/register-table.js';

/**
 * GET `/so-van-ban/sao`: `nam` = year, `den-so` = last number of the page. GET `/so-van-ban/sao.xlsx?nam=`; `/so-van-ban/sao/in` prints.
 *
 * POST `/so-van-ban/sao` (a scan and what it is); `/ban-sao/:id/ky-lai` (nothing); `/ban-sao/:id/huy-so`: `reason`; `/so-van-ban/sao/khoa`: `nam`.
 */
export interface CopiesView {
  readonly year: number;
  readonly years: BookYears;
  readonly integrity: IntegrityView;
  readonly begins: BeginsView | null;
  /** Null while nothing is to be said of it. */
  readonly closing: ClosingView | null;
  readonly rows: readonly CopyRow[];
  readonly empty: EmptyView;
  readonly range: string;
  readonly olderHref: string | null;
  readonly newerHref: string | null;
  /** The form for a scan; null for those who make no copies, and in the book of another year. */
  readonly form: ActFormView | null;
  /** Copies whose signature did not come; empty for those who cannot help. */
  readonly stuck: readonly StuckCopy[];
  /** Whether a signature is still expected. */
  readonly waiting: boolean;
}

export interface CopyRow {
  readonly number: string;
  readonly href: string | null;
  readonly day: string;
  readonly form: string;
  readonly subject: string;
  readonly original: string;
  readonly recipients: string;
  readonly state: { readonly words: string; readonly done: boolean };
  readonly voided: string | null;
}

export interface StuckCopy {
  readonly number: string;
  readonly failure: string;
  readonly againAction: string;
  readonly voiding: ActFormView;
}

const COLUMNS: readonly RegisterColumn<CopyRow>[] = [
  { heading: 'Số, ký hiệu', width: 'ha-c1', cell: (row) => <CopyNumber row={row} /> },
  { heading: 'Ngày', width: 'ha-c2', cell: (row) => row.day },
  { heading: 'Văn bản được sao', width: null, cell: (row) => <Clamp kind={row.form} text={row.subject} /> },
  { heading: 'Số, ngày, nơi ban hành', width: 'ha-c5', cell: (row) => <Clamp text={row.original} /> },
  { heading: 'Nơi nhận', width: 'ha-c5', cell: (row) => <Clamp text={row.recipients} /> },
  { heading: 'Tình trạng', width: 'ha-c7', cell: (row) => <CopyState row={row} /> },
];

export function CopiesPage({ frame, view }: { frame: PageFrame; view: CopiesView }): VNode {
  const heading = `Sổ văn bản sao năm ${view.year}`;
  return (
    <PageShell frame={frame} title={heading} place="registers" class="ha-print-wide">
      <PageHead heading={heading} acts={<BookActs code="sao" year={view.year} years={view.years} />} />
      <BookTabs current="sao" year={view.year} />
      {view.form !== null && <ActForm form={view.form} csrf={frame.csrf} />}
      <Live id="song-so-sao" on={view.waiting || isBeingClosed(view.closing)}>
        {view.closing !== null && <RegisterClosing closing={view.closing} csrf={frame.csrf} />}
        <section class="ha-panel ha-panel-flat" aria-label={heading}>
          <Integrity integrity={view.integrity} />
          {view.begins !== null && <Begins begins={view.begins} />}
          {view.rows.length === 0 ? <Empty empty={view.empty} /> : <Rows view={view} caption={heading} />}
        </section>
        {view.stuck.length > 0 && <Stuck stuck={view.stuck} csrf={frame.csrf} />}
      </Live>
    </PageShell>
  );
}

function Rows({ view, caption }: { view: CopiesView; caption: string }): VNode {
  return (
    <>
      <RegisterTable
        caption={`${caption}, số lớn trước`}
        columns={COLUMNS}
        rows={view.rows}
        keyOf={(row) => row.number}
        voidedReason={(row) => row.voided}
      />
      <div class="ha-panel-f ha-small ha-mute">
        {view.range} {view.newerHref !== null && <a href={view.newerHref}>Số mới hơn</a>}{' '}
        {view.olderHref !== null && <a href={view.olderHref}>Số cũ hơn</a>}
      </div>
    </>
  );
}

function Stuck({ stuck, csrf }: { stuck: readonly StuckCopy[]; csrf: string }): VNode {
  return (
    <Panel id="t-chua-ky" heading="Bản sao chưa ký được" class="ha-no-print">
      {stuck.map(({ number, failure, againAction, voiding }) => (
        <div key={number}>
          <p>
            <strong>{number}</strong>: {failure}
          </p>
          <ActButton action={againAction} csrf={csrf} label="Ký lại, giữ nguyên số" small />
          <ActForm form={voiding} csrf={csrf} />
        </div>
      ))}
    </Panel>
  );
}

function CopyNumber({ row }: { row: CopyRow }): VNode {
  if (row.href === null) return <span class="ha-no">{row.number}</span>;
  return (
    <a class="ha-no" href={row.href}>
      {row.number}
    </a>
  );
}

function CopyState({ row: { state } }: { row: CopyRow }): VNode {
  return (
    <span class="ha-state">
      <Icon name={state.done ? 'check' : 'clock'} tone={state.done ? 'ok' : undefined} />
      {state.words}
    </span>
  );
}
