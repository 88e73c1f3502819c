import type { VNode } from 'preact';
import { ActForm } from '../kit/acts/act-form.js';
import { BookActs, type BookYears } from './book-acts.js';
import { BookTabs } from './book-tabs.js';
import { Empty, type EmptyView } from '../kit/empty.js';
import { IncomingRegister, type IncomingRow } from './incoming-register.js';
import { Begins, type BeginsView } from './begins.js';
import { Integrity, type IntegrityView } from '../signing/integrity.js';
import { PageShell } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { OTHER_DOCUMENT_DIALOG, type OtherDocumentsView } from './other-document-view.js';
import { OutgoingRegister, type OutgoingRow } from './outgoing-register.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { isBeingClosed, RegisterClosing, type ClosingView } from './register-closing.js';
import { ReleaseChecklist, type ReleaseView } from '../signing/release-checklist.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { registerTitle } from './registers-words.js';
import { TrackingRegister, type TrackingRow } from './tracking-register.js';

/** A book, with its rows: larger numbers first. */
export type RegisterBook =
  | { readonly code: 'di'; readonly rows: readonly OutgoingRow[] }
  | { readonly code: 'den'; readonly rows: readonly IncomingRow[] }
  | { readonly code: 'theo-doi'; readonly rows: readonly TrackingRow[] };

/**
 * GET `/so-van-ban/di` | `/den` | `/theo-doi`: `nam` = year, `den-so` = last number of the page, `phat-hanh` = id of the signature
 * request to release. GET `/so-van-ban/:book.xlsx?nam=`; `/so-van-ban/:book/in` prints.
 *
 * POST `/phat-hanh/:signatureRequestId` (nothing); `/so-van-ban/:book/khoa`: `nam`.
 */
export interface RegistersView {
  readonly year: number;
  readonly years: BookYears;
  readonly book: RegisterBook;
  /** The tracking book takes no numbers of its own. */
  readonly integrity: IntegrityView | null;
  /** Null where the book begins at 1 and that is no question any more. */
  readonly begins: BeginsView | null;
  readonly empty: EmptyView;
  /** `Số 512 đến 505 trên 512.` */
  readonly range: string;
  readonly olderHref: string | null;
  readonly newerHref: string | null;
  /** Null while nothing is to be said of it. */
  readonly closing: ClosingView | null;
  readonly release: ReleaseView | null;
  /** Signed letters whose time to be released is over. */
  readonly late: readonly RowView[];
  /** The other letters that wait for release. */
  readonly alsoWaiting: readonly RowView[];
  /** Sealed letters that wait for the clerk who sends them to somebody outside the exchange. */
  readonly toSend: readonly RowView[];
  readonly voided: readonly RowView[];
  /** Numbers of the e-office's book that have no line here; null where the book is ours. */
  readonly others: OtherDocumentsView | null;
  /** Refused messages that a clerk should look at. */
  readonly refused: { readonly count: number; readonly href: string } | null;
  /** Documents that a clerk must enter in the e-office by hand; null where there are none, or for those who do not look after them. */
  readonly byHand: { readonly label: string; readonly href: string } | null;
  /** Lines that wait for the number of the e-office; null as `byHand`. */
  readonly awaiting: RegistersView['byHand'];
  /** Numbers that may be given twice. */
  readonly warning: string | null;
}

export function RegistersPage({ frame, view }: { frame: PageFrame; view: RegistersView }): VNode {
  const side =
    view.release !== null ||
    view.late.length > 0 ||
    view.alsoWaiting.length > 0 ||
    view.toSend.length > 0 ||
    view.others !== null ||
    view.voided.length > 0;
  return (
    <PageShell frame={frame} title={`Sổ văn bản năm ${view.year}`} place="registers" class="ha-print-wide">
      <PageHead heading={`Sổ văn bản năm ${view.year}`} acts={<PageActs view={view} />} />
      <Live id="song-so" on={isMoving(view)} class={side ? 'ha-two ha-two-slim' : undefined}>
        <div>
          {view.warning !== null && (
            <Note tone="fail">
              <p>
                {view.warning} <a href="/trao-doi/doi-chieu">Mở trang Đối chiếu</a>
              </p>
            </Note>
          )}
          <BookTabs current={view.book.code} year={view.year} />
          {view.closing !== null && <RegisterClosing closing={view.closing} csrf={frame.csrf} />}
          <BookPanel view={view} />
        </div>
        {side && <BookSide view={view} csrf={frame.csrf} />}
      </Live>
    </PageShell>
  );
}

/** Whether something is still being done that the page will show. */
function isMoving({ release, closing }: RegistersView): boolean {
  return release?.state === 'running' || isBeingClosed(closing);
}

function PageActs({ view }: { view: RegistersView }): VNode {
  return (
    <>
      {view.refused !== null && view.refused.count > 0 && (
        <a href={view.refused.href}>{view.refused.count} văn bản, bản tin bị từ chối nhận</a>
      )}
      {view.byHand !== null && <a href={view.byHand.href}>{view.byHand.label}</a>}
      {view.awaiting !== null && <a href={view.awaiting.href}>{view.awaiting.label}</a>}
      {view.refused !== null && view.book.code === 'den' && (
        <>
          <a href="/trao-doi/viec">Việc chờ quyết định</a>
          <a href="/trao-doi/co-quan">Danh mục cơ quan</a>
        </>
      )}
      <a href={`/ho-so?nam=${view.year}`}>Hồ sơ</a>
      <BookActs code={view.book.code} year={view.year} years={view.years} />
    </>
  );
}

function BookPanel({ view }: { view: RegistersView }): VNode {
  const name = registerTitle(view.book.code);
  return (
    <section class={view.book.code === 'di' ? 'ha-panel ha-panel-flat' : 'ha-panel'} aria-label={name}>
      {view.integrity !== null && <Integrity integrity={view.integrity} />}
      {view.begins !== null && <Begins begins={view.begins} />}
      {view.book.rows.length === 0 ? (
        <Empty empty={view.empty} />
      ) : (
        <>
          <Rows book={view.book} caption={`${name} năm ${view.year}, số lớn trước`} />
          <div class="ha-panel-f ha-small ha-mute">
            {view.range} {view.newerHref !== null && <a href={view.newerHref}>Số mới hơn</a>}{' '}
            {view.olderHref !== null && <a href={view.olderHref}>Số cũ hơn</a>}
          </div>
        </>
      )}
    </section>
  );
}

function Rows({ book, caption }: { book: RegisterBook; caption: string }): VNode {
  switch (book.code) {
    case 'di':
      return <OutgoingRegister caption={caption} rows={book.rows} />;
    case 'den':
      return <IncomingRegister caption={caption} rows={book.rows} />;
    case 'theo-doi':
      return <TrackingRegister caption={caption} rows={book.rows} />;
  }
}

function BookSide({ view, csrf }: { view: RegistersView; csrf: string }): VNode {
  return (
    <aside class="ha-no-print" aria-label="Phát hành">
      {view.late.length > 0 && (
        <Panel id="t-qua-han" heading="Quá hạn phát hành">
          <RowList rows={view.late} />
        </Panel>
      )}
      {view.release !== null && <ReleaseChecklist release={view.release} csrf={csrf} />}
      {view.alsoWaiting.length > 0 && (
        <Panel id="t-cung-cho" heading="Cũng chờ phát hành">
          <RowList rows={view.alsoWaiting} />
        </Panel>
      )}
      {view.toSend.length > 0 && (
        <Panel id="t-cho-gui" heading="Chờ văn thư gửi">
          <RowList rows={view.toSend} />
        </Panel>
      )}
      {view.others !== null && (
        <Panel id="t-van-ban-khac" heading="Số cấp cho văn bản khác">
          <p class="ha-small">{view.others.words}</p>
          <ActForm form={view.others.form} csrf={csrf} />
          <ConfirmDialog id={OTHER_DOCUMENT_DIALOG} heading="Ghi văn bản khác vào sổ?" submit={view.others.form.submit}>
            <p>Số, ngày phải đúng như trên hệ thống quản lý văn bản; đã vào sổ thì không sửa, không xóa được.</p>
          </ConfirmDialog>
        </Panel>
      )}
      {view.voided.length > 0 && (
        <Panel id="t-huy" heading={`Số đã hủy năm ${view.year}`}>
          <RowList rows={view.voided} />
        </Panel>
      )}
    </aside>
  );
}
