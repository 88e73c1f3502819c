import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Empty } from '../kit/empty.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { TableHead } from '../kit/table-head.js';
import { Tag } from '../kit/tag.js';

/** GET `/tham-quyen-ky`: who may sign what, in whose place, until when; what was before stands below. */
export interface AuthoritiesView {
  /** In force or to come. */
  readonly lines: readonly AuthorityLineView[];
  /** Newest first. */
  readonly past: readonly AuthorityLineView[];
  /** Who and until when, of those that end within 30 days. */
  readonly ending: readonly string[];
  /** Null for those who may only read. */
  readonly add: ActFormView | null;
}

export interface AuthorityLineView {
  readonly id: string;
  readonly name: string;
  /** Line by line as it is printed, the name last. */
  readonly block: readonly string[];
  readonly kinds: readonly string[];
  readonly field: string | null;
  readonly validity: string;
  readonly standing: 'inForce' | 'ending' | 'coming' | 'past';
  readonly basis: string;
  readonly fileHref: string | null;
  readonly written: string;
  readonly ended: string | null;
  readonly end: ActFormView | null;
}

const STANDINGS: Readonly<Record<AuthorityLineView['standing'], string>> = {
  inForce: 'Đang ký',
  ending: 'Sắp hết',
  coming: 'Chưa đến ngày',
  past: 'Đã hết',
};

const NOBODY = {
  kind: 'unmatched',
  heading: 'Chưa ai có thẩm quyền ký',
  text: 'Ghi người ký ở phần Giao ký; chưa có người ký thì công văn chưa soạn, chưa trình ký được.',
} as const;

export function AuthoritiesPage({ frame, view }: { frame: PageFrame; view: AuthoritiesView }): VNode {
  const { lines, past, ending, add } = view;
  return (
    <PageShell
      frame={frame}
      title="Thẩm quyền ký"
      place="templates"
      crumb={{ href: '/mau-van-ban', label: 'Mẫu văn bản' }}
    >
      <PageHead heading="Thẩm quyền ký">
        <p>Ai được ký loại văn bản nào, thay mặt ai, đến ngày nào. Văn bản đã ký giữ khối ký của ngày ký.</p>
      </PageHead>
      {ending.length > 0 && (
        <Note icon="clock">
          <p>Sắp hết thẩm quyền trong 30 ngày tới:</p>
          <ul>
            {ending.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Note>
      )}
      <div class="ha-stack">
        {add !== null && (
          <Panel id="t-them" heading="Giao ký">
            <ActForm form={add} csrf={frame.csrf} />
          </Panel>
        )}
        <Lines id="t-dang-ky" heading="Đang ký và sắp ký" lines={lines} csrf={frame.csrf} />
        {past.length > 0 && <Lines id="t-da-het" heading="Đã hết" lines={past} csrf={frame.csrf} />}
      </div>
    </PageShell>
  );
}

interface LinesProps {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly AuthorityLineView[];
  readonly csrf: string;
}

function Lines({ id, heading, lines, csrf }: LinesProps): VNode {
  return (
    <Panel id={id} heading={heading} flush>
      {lines.length === 0 ? (
        <Empty empty={NOBODY} />
      ) : (
        <table class="table ha-cards" role="table" aria-labelledby={id}>
          <TableHead headings={['Khối ký', 'Loại văn bản, lĩnh vực', 'Thời hạn', 'Căn cứ']} />
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

function Line({ line, csrf }: { line: AuthorityLineView; csrf: string }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Khối ký">
        <div>
          {line.block.map((words) => (
            <div key={words}>{words}</div>
          ))}
        </div>
      </th>
      <td role="cell" data-label="Loại văn bản, lĩnh vực">
        <div>
          {line.kinds.join('; ')}
          {line.field !== null && <p class="ha-mute">{line.field}</p>}
        </div>
      </td>
      <td role="cell" data-label="Thời hạn">
        <div>
          {line.validity} <Tag tone={line.standing === 'inForce' ? 'ink' : undefined}>{STANDINGS[line.standing]}</Tag>
          {line.ended !== null && <p class="ha-mute">Chấm dứt: {line.ended}</p>}
          {line.end !== null && <ActForm form={line.end} csrf={csrf} />}
        </div>
      </td>
      <td role="cell" data-label="Căn cứ">
        <div>
          {line.fileHref === null ? line.basis : <a href={line.fileHref}>{line.basis}</a>}
          <p class="ha-mute">{line.written}</p>
        </div>
      </td>
    </tr>
  );
}
