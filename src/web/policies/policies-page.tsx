import type { VNode } from 'preact';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Tag } from '../kit/tag.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/quy-dinh-thoi-han`: every version of the rules on time, newest first. */
export interface PoliciesView {
  /** `Đang áp dụng: bộ 2, từ 01/04/2026. …` */
  readonly summary: string;
  readonly versions: readonly PolicyLineView[];
  /** Where a new version is written; null for those who may only read. */
  readonly draftHref: string | null;
}

export interface PolicyLineView {
  readonly href: string;
  /** `Bộ 2` */
  readonly label: string;
  readonly name: string;
  /** The regulation that it carries out. */
  readonly citation: string;
  /** `Từ 01/04/2026` */
  readonly validity: string;
  readonly standing: 'inForce' | 'coming' | 'past';
  /** `Lê Văn An, 18/03/2026, 09:00` */
  readonly published: string;
  readonly reason: string | null;
}

const STANDINGS: Readonly<Record<PolicyLineView['standing'], string>> = {
  inForce: 'Đang áp dụng',
  coming: 'Chưa đến ngày',
  past: 'Đã được thay',
};

export function PoliciesPage({ frame, view }: { frame: PageFrame; view: PoliciesView }): VNode {
  return (
    <PageShell frame={frame} title="Quy định thời hạn" place="rules">
      <PageHead heading="Quy định thời hạn" acts={view.draftHref !== null && <DraftLink href={view.draftHref} />}>
        <p>{view.summary}</p>
      </PageHead>
      <section class="ha-panel" aria-label="Các bộ thời hạn">
        <table class="table ha-cards" role="table">
          <caption class="ha-vh">Các bộ thời hạn, mới nhất ở trên</caption>
          <TableHead headings={['Bộ thời hạn', 'Áp dụng', 'Căn cứ', 'Ban hành']} />
          <tbody role="rowgroup">
            {view.versions.map((line) => (
              <Line key={line.href} line={line} />
            ))}
          </tbody>
        </table>
      </section>
    </PageShell>
  );
}

function DraftLink({ href }: { href: string }): VNode {
  return (
    <a class="btn btn-primary" href={href}>
      Soạn bộ thời hạn mới
    </a>
  );
}

function Line({ line }: { line: PolicyLineView }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Bộ thời hạn">
        <div>
          <a class="ha-nowrap" href={line.href}>
            {line.label}
          </a>
        </div>
      </th>
      <td role="cell" data-label="Áp dụng">
        <div>
          {line.validity} <Tag tone={line.standing === 'inForce' ? 'ink' : undefined}>{STANDINGS[line.standing]}</Tag>
        </div>
      </td>
      <td role="cell" data-label="Căn cứ">
        <div>
          <span class="ha-strong">{line.name}</span>
          <br />
          {line.citation}
        </div>
      </td>
      <td role="cell" data-label="Ban hành">
        <div>
          {line.published}
          {line.reason !== null && (
            <>
              <br />
              {line.reason}
            </>
          )}
        </div>
      </td>
    </tr>
  );
}
