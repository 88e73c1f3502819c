import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Live } from '../notices/live.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList, type RowView } from '../kit/row-list.js';
import type { RegisterCode } from './registers-words.js';
import { TimeInput } from '../kit/time-input.js';

/**
 * GET `/so-van-ban/:book/in`: `nam` = year, `tu`, `den` = first and last day. `/so-van-ban/:book.docx`, `.xlsx` likewise.
 *
 * POST `/so-van-ban/:book/in`: the same, as PDF; GET `/so-van-ban/ban-in/:id.pdf`.
 */
export interface RegisterPrintView {
  readonly code: RegisterCode;
  /** `Sổ đăng ký văn bản đi` */
  readonly title: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  /** First and last day that can be chosen. */
  readonly first: string;
  readonly last: string;
  /** `Năm 2026`, `Từ ngày 01/01/2026 đến ngày 31/03/2026` */
  readonly period: string;
  readonly docxHref: string;
  readonly xlsxHref: string;
  /** Where a PDF is asked for, with the days that it is to have. */
  readonly printAction: string;
  readonly printFields: Readonly<Record<string, string>>;
  /** Print-outs of the year's book as PDF, newest first. */
  readonly prints: readonly RowView[];
  /** Whether one is being made. */
  readonly busy: boolean;
}

export function RegisterPrintPage({ frame, view }: { frame: PageFrame; view: RegisterPrintView }): VNode {
  const heading = `In sổ năm ${view.year}`;
  return (
    <PageShell
      frame={frame}
      title={`${heading}: ${view.title}`}
      place="registers"
      crumb={{ href: `/so-van-ban/${view.code}?nam=${view.year}`, label: view.title }}
    >
      <PageHead heading={heading}>
        <p>{view.title}, đúng các cột của Nghị định 30/2020/NĐ-CP, mỗi trang có số cộng.</p>
      </PageHead>
      <div class="ha-stack">
        <Period view={view} />
        <Panel id="t-ban-in" heading={view.period}>
          <div class="ha-acts">
            <a class="btn" href={view.docxHref}>
              <Icon name="down" />
              Tải bản Word
            </a>
            <a class="btn" href={view.xlsxHref}>
              <Icon name="down" />
              Tải bản Excel
            </a>
            <ActButton
              action={view.printAction}
              csrf={frame.csrf}
              label="Dựng bản PDF"
              primary
              fields={view.printFields}
            />
          </div>
        </Panel>
        <Live id="song-ban-in" on={view.busy}>
          <Panel id="t-pdf" heading={`Bản PDF của sổ năm ${view.year}`}>
            {view.prints.length === 0 ? (
              <p>Chưa có bản nào. Bản PDF dựng ở trên hiện ở đây để tải về, in.</p>
            ) : (
              <RowList rows={view.prints} />
            )}
          </Panel>
        </Live>
      </div>
    </PageShell>
  );
}

function Period({ view }: { view: RegisterPrintView }): VNode {
  return (
    <Panel id="t-ky-in" heading="Kỳ in">
      <form class="ha-acts" action={`/so-van-ban/${view.code}/in`} aria-labelledby="t-ky-in">
        <input type="hidden" name="nam" value={view.year} />
        <label for="tu">Từ ngày</label>
        <TimeInput class="form-control ha-w-auto" kind="date" id="tu" name="tu" value={view.from} />
        <label for="den">Đến ngày</label>
        <TimeInput class="form-control ha-w-auto" kind="date" id="den" name="den" value={view.to} />
        <button class="btn" type="submit">
          Chọn kỳ
        </button>
      </form>
    </Panel>
  );
}
