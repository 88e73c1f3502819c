import type { VNode } from 'preact';
import { Facts, type Fact } from '../kit/facts.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Tag } from '../kit/tag.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/thong-tin-co-quan`: what documents say of the agency, and every version of it. */
export interface AgencyProfileView {
  readonly summary: string;
  readonly facts: readonly Fact[];
  /** Lines under the first page of a công văn. */
  readonly contact: readonly string[];
  /** Whether an academic title may stand before a signer's name, in words. */
  readonly titles: string;
  /** What was chosen of a few. */
  readonly choices: readonly Fact[];
  /** Who initials before the leader. */
  readonly initials: string;
  /** Titles of the kinds of documents that heads of units may sign by order. */
  readonly byOrder: readonly string[];
  /** Units and their abbreviations. */
  readonly units: readonly Fact[];
  /** Newest first. */
  readonly versions: readonly AgencyProfileLineView[];
  /** Where other facts are written; null for those who may only read. */
  readonly editHref: string | null;
}

export interface AgencyProfileLineView {
  /** `Bản 2` */
  readonly label: string;
  readonly validity: string;
  readonly standing: 'inForce' | 'coming' | 'past';
  /** `Tên cơ quan trên văn bản: “SỞ A” → “SỞ B”` */
  readonly changes: readonly string[];
  readonly published: string;
  readonly reason: string | null;
}

const STANDINGS: Readonly<Record<AgencyProfileLineView['standing'], string>> = {
  inForce: 'Đang dùng',
  coming: 'Chưa đến ngày',
  past: 'Đã được thay',
};

export function AgencyProfilePage({ frame, view }: { frame: PageFrame; view: AgencyProfileView }): VNode {
  return (
    <PageShell
      frame={frame}
      title="Thông tin cơ quan"
      place="templates"
      crumb={{ href: '/mau-van-ban', label: 'Mẫu văn bản' }}
    >
      <PageHead heading="Thông tin cơ quan" acts={view.editHref !== null && <EditLink href={view.editHref} />}>
        <p>{view.summary}</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-dang-dung" heading="Đang dùng trên văn bản">
          <Facts
            facts={[
              ...view.facts,
              ...contactFact(view.contact),
              byOrderFact(view.byOrder),
              { label: 'Học hàm, học vị trước họ tên người ký', value: view.titles },
              ...view.choices,
              { label: 'Ký nháy trước khi lãnh đạo ký', value: view.initials },
            ]}
          />
        </Panel>
        <Panel id="t-don-vi" heading="Chữ viết tắt của các đơn vị trong ký hiệu">
          <Facts facts={view.units} columns={2} />
        </Panel>
        <Versions versions={view.versions} />
      </div>
    </PageShell>
  );
}

function contactFact(contact: readonly string[]): readonly Fact[] {
  return contact.length === 0 ? [] : [{ label: 'Địa chỉ ở chân trang', value: contact.join('; ') }];
}

function byOrderFact(byOrder: readonly string[]): Fact {
  const value = byOrder.length === 0 ? 'Chưa ghi loại nào' : byOrder.join('; ');
  return { label: 'Loại văn bản được ký thừa lệnh', value };
}

function EditLink({ href }: { href: string }): VNode {
  return (
    <a class="btn btn-primary" href={href}>
      Đổi thông tin cơ quan
    </a>
  );
}

function Versions({ versions }: { versions: readonly AgencyProfileLineView[] }): VNode {
  return (
    <Panel id="t-cac-ban" heading="Các bản đã có" flush>
      <table class="table ha-cards" role="table" aria-labelledby="t-cac-ban">
        <TableHead headings={['Bản', 'Dùng', 'Thay đổi', 'Người thực hiện, thời điểm, lý do']} />
        <tbody role="rowgroup">
          {versions.map((line) => (
            <Line key={line.label} line={line} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Line({ line }: { line: AgencyProfileLineView }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Bản">
        <div class="ha-nowrap">{line.label}</div>
      </th>
      <td role="cell" data-label="Dùng">
        <div>
          {line.validity} <Tag tone={line.standing === 'inForce' ? 'ink' : undefined}>{STANDINGS[line.standing]}</Tag>
        </div>
      </td>
      <td role="cell" data-label="Thay đổi">
        <div>
          {line.changes.length === 0 && 'Không có bản trước'}
          {line.changes.map((change) => (
            <p key={change}>{change}</p>
          ))}
        </div>
      </td>
      <td role="cell" data-label="Người thực hiện, thời điểm, lý do">
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
