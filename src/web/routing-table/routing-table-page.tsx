import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { TableHead } from '../kit/table-head.js';
import { Tag } from '../kit/tag.js';

/** GET `/bang-phan-cong`: to which unit and officer work of a field, a level of school, an area goes; what was before stands below. */
export interface RoutingTableView {
  /** `12 dòng đang áp dụng.` */
  readonly summary: string;
  /** In force or to come. */
  readonly lines: readonly RoutingLineView[];
  /** Newest first. */
  readonly past: readonly RoutingLineView[];
  /** Null for those who may only read. */
  readonly add: ActFormView | null;
}

export interface RoutingLineView {
  readonly id: string;
  readonly no: number;
  readonly field: string;
  readonly level: string | null;
  readonly area: string | null;
  readonly lead: string;
  readonly officer: string | null;
  readonly helping: string | null;
  readonly validity: string;
  readonly coming: boolean;
  readonly basis: string;
  readonly written: string;
  readonly ended: string | null;
  readonly end: ActFormView | null;
}

const NOTHING = {
  kind: 'unmatched',
  heading: 'Chưa phân công',
  text: 'Chưa có dòng phân công nào thì hệ thống chỉ đề xuất theo nội dung phiếu và theo những phiếu Sở đã giao.',
} as const;

export function RoutingTablePage({ frame, view }: { frame: PageFrame; view: RoutingTableView }): VNode {
  const { lines, past, add } = view;
  return (
    <PageShell frame={frame} title="Bảng phân công" place={null} crumb={{ href: '/to-chuc', label: 'Tổ chức' }}>
      <PageHead
        heading="Bảng phân công"
        acts={
          add !== null && (
            <a class="btn" href="/bang-phan-cong/nhap">
              Nhập từ Excel
            </a>
          )
        }
      >
        <p>Việc thuộc lĩnh vực, cấp học, địa bàn nào thì đơn vị và cán bộ nào chủ trì. {view.summary}</p>
      </PageHead>
      <div class="ha-stack">
        {add !== null && (
          <Panel id="t-them" heading="Phân công">
            <ActForm form={add} csrf={frame.csrf} />
          </Panel>
        )}
        <Lines id="t-ap-dung" heading="Đang và sắp áp dụng" lines={lines} csrf={frame.csrf} />
        {past.length > 0 && <Lines id="t-da-het" heading="Đã hết" lines={past} csrf={frame.csrf} />}
      </div>
    </PageShell>
  );
}

interface LinesProps {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly RoutingLineView[];
  readonly csrf: string;
}

const HEADINGS = ['Dòng', 'Lĩnh vực, cấp học, địa bàn', 'Chủ trì, phối hợp', 'Thời hạn', 'Căn cứ'];

function Lines({ id, heading, lines, csrf }: LinesProps): VNode {
  return (
    <Panel id={id} heading={heading} flush>
      {lines.length === 0 ? (
        <Empty empty={NOTHING} />
      ) : (
        <table class="table ha-cards" role="table" aria-labelledby={id}>
          <TableHead headings={HEADINGS} />
          <tbody role="rowgroup">
            {lines.map((line) => (
              <Line key={line.id} line={line} csrf={csrf} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Line({ line, csrf }: { line: RoutingLineView; csrf: string }): VNode {
  const narrowed = [line.level, line.area].filter((part) => part !== null);
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Dòng">
        {line.no}
      </th>
      <td role="cell" data-label="Lĩnh vực, cấp học, địa bàn">
        <div>
          {line.field}
          {narrowed.length > 0 && <p class="ha-mute">{narrowed.join('; ')}</p>}
        </div>
      </td>
      <td role="cell" data-label="Chủ trì, phối hợp">
        <div>
          {line.lead}
          {line.officer !== null && <p>{line.officer}</p>}
          {line.helping !== null && <p class="ha-mute">Phối hợp: {line.helping}</p>}
        </div>
      </td>
      <td role="cell" data-label="Thời hạn">
        <div>
          {line.validity} {line.coming && <Tag>Chưa đến ngày</Tag>}
          {line.ended !== null && <p class="ha-mute">Chấm dứt: {line.ended}</p>}
          {line.end !== null && <ActForm form={line.end} csrf={csrf} about={`dòng ${String(line.no)}`} />}
        </div>
      </td>
      <td role="cell" data-label="Căn cứ">
        <div>
          {line.basis}
          <p class="ha-mute">{line.written}</p>
        </div>
      </td>
    </tr>
  );
}
