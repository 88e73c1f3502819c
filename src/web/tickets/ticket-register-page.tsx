import type { VNode } from 'preact';
import { Icon } from '../kit/icon.js';
import { PageShell } from '../kit/shell/layout.js';
import { Pages, type PagesView } from '../kit/pages.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Empty } from '../kit/empty.js';
import { Code } from '../kit/code.js';
import { TableHead } from '../kit/table-head.js';
import { TimeInput } from '../kit/time-input.js';

/** GET `/so-tiep-nhan`: `tu`, `den` = first and last day, `sau` = the code after which the page begins. `/so-tiep-nhan.xlsx` likewise. */
export interface TicketRegisterView {
  readonly from: string;
  readonly to: string;
  /** `Từ 01/03/2026 đến 18/03/2026` */
  readonly period: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly id: string; readonly code: string; readonly cells: readonly string[] }[];
  readonly exportHref: string;
  readonly pages: PagesView | null;
}

const TITLE = 'Sổ tiếp nhận phản ánh, kiến nghị';
/** The cell that leads to the ticket. */
const CODE = 2;

export function TicketRegisterPage({ frame, view }: { frame: PageFrame; view: TicketRegisterView }): VNode {
  return (
    <PageShell frame={frame} title={TITLE} place="registers" class="ha-print-wide">
      <PageHead heading={TITLE} acts={<Acts view={view} />}>
        <p>{view.period}</p>
      </PageHead>
      <section class="ha-panel" aria-label={TITLE}>
        {view.rows.length === 0 ? (
          <Empty
            empty={{
              kind: 'unmatched',
              heading: 'Không có phiếu nào trong kỳ này',
              text: 'Chọn ngày đầu và ngày cuối khác.',
            }}
          />
        ) : (
          <Table view={view} />
        )}
        {view.pages !== null && (
          <div class="ha-panel-f">
            <Pages pages={view.pages} />
          </div>
        )}
      </section>
    </PageShell>
  );
}

function Acts({ view }: { view: TicketRegisterView }): VNode {
  return (
    <>
      <form class="ha-acts" action="/so-tiep-nhan">
        <label class="ha-vh" for="tu">
          Từ ngày
        </label>
        <TimeInput class="form-control ha-w-auto" kind="date" id="tu" name="tu" value={view.from} />
        <label class="ha-vh" for="den">
          Đến ngày
        </label>
        <TimeInput class="form-control ha-w-auto" kind="date" id="den" name="den" value={view.to} />
        <button class="btn" type="submit">
          Xem
        </button>
      </form>
      <a class="btn" href={view.exportHref}>
        <Icon name="down" />
        Xuất Excel
      </a>
    </>
  );
}

function Table({ view }: { view: TicketRegisterView }): VNode {
  return (
    <table class="table ha-received ha-cards ha-small" role="table">
      <caption class="ha-vh">{`${TITLE}. ${view.period}`}</caption>
      <TableHead headings={view.headings} />
      <tbody role="rowgroup">
        {view.rows.map(({ id, code, cells }) => (
          <tr key={id} role="row">
            {cells.map((cell, at) => (
              <td key={view.headings[at]} role="cell" data-label={view.headings[at]}>
                {at === CODE ? (
                  <a href={`/phieu/${id}`}>
                    <Code>{code}</Code>
                  </a>
                ) : (
                  <div>{cell}</div>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
