import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ConfirmDialog } from '../kit/confirm-dialog.js';
import { Note } from '../kit/note.js';

/** How far the closing of a year's book is. */
export type ClosingView =
  | { readonly state: 'open'; readonly year: number; readonly action: string }
  | {
      readonly state: 'closing';
      readonly closed: string;
      readonly year: number;
      readonly problem: string | null;
      /** Where the print-out is asked for again; null unless it could not be made. */
      readonly action: string | null;
    }
  | {
      readonly state: 'closed';
      /** `Đã khóa sổ ngày 05/01/2027, 08:10, bởi Phạm Minh Tuệ.` */
      readonly closed: string;
      readonly href: string;
      readonly numbers: string;
    };

/** Whether the page will soon say more of it. */
export function isBeingClosed(closing: ClosingView | null): boolean {
  return closing?.state === 'closing' && closing.problem === null;
}

const DIALOG = 'hoi-khoa-so';

export function RegisterClosing({ closing, csrf }: { closing: ClosingView; csrf: string }): VNode {
  switch (closing.state) {
    case 'open':
      return <OpenBook year={closing.year} action={closing.action} csrf={csrf} />;
    case 'closing':
      return (
        <Note tone={closing.problem === null ? 'plain' : 'fail'}>
          {closing.closed}{' '}
          {closing.problem === null ? 'Đang dựng bản in để giữ lại.' : `Chưa dựng được bản in: ${closing.problem}`}
          {closing.action !== null && (
            <ActButton
              action={closing.action}
              csrf={csrf}
              label="Dựng lại bản in"
              small
              fields={{ nam: String(closing.year) }}
            />
          )}
        </Note>
      );
    case 'closed':
      return (
        <Note tone="pass">
          {closing.closed} <a href={closing.href}>Bản in giữ lại (PDF)</a>
          <small class="ha-sub ha-break">{closing.numbers}</small>
        </Note>
      );
  }
}

function OpenBook({ year, action, csrf }: { year: number; action: string; csrf: string }): VNode {
  const label = `Khóa sổ năm ${year}`;
  return (
    <Note>
      Sổ năm {year} chưa khóa.
      <ActButton action={action} csrf={csrf} label={label} small confirm={DIALOG} fields={{ nam: String(year) }} />
      <ConfirmDialog id={DIALOG} heading={label} submit={label}>
        <p>
          Khóa rồi thì không mở lại: không vào sổ, hủy số hay sửa dòng nào của năm {year} nữa. Bản in PDF của sổ được
          giữ lại, có chữ ký số của phần mềm.
        </p>
      </ConfirmDialog>
    </Note>
  );
}
