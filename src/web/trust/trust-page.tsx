import type { VNode } from 'preact';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { RowList } from '../kit/row-list.js';
import { RevocationListTable, type TrustListLineView } from './revocation-list-table.js';
import { TableHead } from '../kit/table-head.js';
import { Tag } from '../kit/tag.js';

/** GET `/kho-tin-cay`: whom the agency trusts for signatures, whose certificate is whose, what waits for a second person, what was. */
export interface TrustPageView {
  /** Oldest first. */
  readonly waiting: readonly TrustProposalLineView[];
  readonly authorities: readonly TrustLineView[];
  /** Of people and the agency. */
  readonly holders: readonly TrustLineView[];
  /** Certificates that end within sixty days, or have ended. */
  readonly ending: readonly string[];
  /** Who signs without a certificate of their own in the store. */
  readonly unbound: readonly string[];
  readonly lists: readonly TrustListLineView[];
  /** Newest first. */
  readonly past: readonly TrustLineView[];
  readonly decided: readonly TrustProposalLineView[];
  /** Null for those who only confirm. */
  readonly addHref: string | null;
}

export interface TrustLineView {
  readonly id: string;
  readonly subject: string;
  readonly whose: string;
  readonly fingerprint: string;
  readonly purposes: string | null;
  readonly validity: string;
  readonly isExpired: boolean;
  readonly origin: string | null;
  readonly basis: string;
  readonly written: string;
  readonly ended: string | null;
  readonly forms: readonly ActFormView[];
}

export interface TrustProposalLineView {
  readonly id: string;
  readonly href: string;
  readonly what: string;
  readonly whose: string;
  readonly proposed: string;
  readonly outcome: string | null;
  readonly isMine: boolean;
}

export function TrustPage({ frame, view }: { frame: PageFrame; view: TrustPageView }): VNode {
  const { waiting, authorities, holders, ending, unbound, lists, past, decided, addHref } = view;
  const acts = addHref === null ? undefined : <AddLink href={addHref} />;
  return (
    <PageShell frame={frame} title="Chứng thư số tin cậy" place={null}>
      <PageHead heading="Chứng thư số tin cậy" acts={acts}>
        <p>
          Chữ ký số được tin theo các chứng thư dưới đây. Mỗi thay đổi do một người đề nghị và một người khác xác nhận.
        </p>
      </PageHead>
      {ending.length > 0 && (
        <Note icon="clock">
          <p>Chứng thư sắp hết hạn; xin chứng thư mới rồi thêm vào kho:</p>
          <ul>
            {ending.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Note>
      )}
      <div class="ha-stack">
        {waiting.length > 0 && <Proposals id="t-cho" heading="Chờ xác nhận" proposals={waiting} />}
        {authorities.length === 0 && (
          <Note tone="fail">
            <p>
              Chưa có tổ chức chứng thực nào được tin cậy, nên không chữ ký nào được coi là hợp lệ. Thêm chứng thư gốc
              của tổ chức chứng thực.
            </p>
          </Note>
        )}
        <Lines id="t-noi-cap" heading="Tổ chức chứng thực" lines={authorities} csrf={frame.csrf} />
        <Lines id="t-nguoi-ky" heading="Chứng thư của người ký và cơ quan" lines={holders} csrf={frame.csrf} />
        {unbound.length > 0 && (
          <Note>
            <p>
              Chưa gắn chứng thư, nên chữ ký chỉ được nhận khi chứng thư ghi đúng mã; không thì văn bản dừng lại:{' '}
              {unbound.join('; ')}.
            </p>
          </Note>
        )}
        {lists.length > 0 && <RevocationListTable lists={lists} />}
        {decided.length > 0 && <Proposals id="t-da-quyet" heading="Đề nghị đã quyết định" proposals={decided} />}
        {past.length > 0 && <Lines id="t-da-rut" heading="Đã rút" lines={past} csrf={frame.csrf} />}
      </div>
    </PageShell>
  );
}

function AddLink({ href }: { href: string }): VNode {
  return (
    <a class="btn btn-primary" href={href}>
      Thêm chứng thư
    </a>
  );
}

interface ProposalsProps {
  readonly id: string;
  readonly heading: string;
  readonly proposals: readonly TrustProposalLineView[];
}

function Proposals({ id, heading, proposals }: ProposalsProps): VNode {
  return (
    <Panel id={id} heading={heading}>
      <RowList
        rows={proposals.map(({ href, what, whose, proposed, outcome, isMine }) => ({
          icon: 'shield' as const,
          title: what,
          href,
          detail: [whose, `Đề nghị: ${proposed}`, outcome].filter(Boolean).join('. '),
          end: isMine && outcome === null ? <Tag>Của tôi</Tag> : undefined,
        }))}
      />
    </Panel>
  );
}

interface LinesProps {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly TrustLineView[];
  readonly csrf: string;
}

function Lines({ id, heading, lines, csrf }: LinesProps): VNode | null {
  if (lines.length === 0) return null;
  return (
    <Panel id={id} heading={heading} flush>
      <table class="table ha-cards" role="table" aria-labelledby={id}>
        <TableHead headings={['Chứng thư', 'Dùng cho', 'Hiệu lực', 'Căn cứ']} />
        <tbody role="rowgroup">
          {lines.map((line) => (
            <Line key={line.id} line={line} csrf={csrf} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Line({ line, csrf }: { line: TrustLineView; csrf: string }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Chứng thư">
        <div>
          {line.subject} {line.origin !== null && <Tag>{line.origin}</Tag>}
          <p class="ha-mute">SHA-256 {line.fingerprint}</p>
        </div>
      </th>
      <td role="cell" data-label="Dùng cho">
        <div>
          {line.whose}
          {line.purposes !== null && <p class="ha-mute">{line.purposes}</p>}
        </div>
      </td>
      <td role="cell" data-label="Hiệu lực">
        <div>
          {line.validity} {line.isExpired && <Tag tone="fail">Hết hạn</Tag>}
          {line.ended !== null && <p class="ha-mute">Rút: {line.ended}</p>}
          {line.forms.map((form) => (
            <ActForm key={form.id} form={form} csrf={csrf} />
          ))}
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
