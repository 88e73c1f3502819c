import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Empty } from '../kit/empty.js';
import { Facts } from '../kit/facts.js';
import { Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import { Note } from '../kit/note.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { TableHead } from '../kit/table-head.js';
import { Tag } from '../kit/tag.js';

/** GET `/ma-truy-cap`: programs that use the API, by whom they are answered for. */
export interface TokensView {
  /** Those that open something, or will once their owner agrees. */
  readonly lines: readonly TokenView[];
  /** Expired and revoked. */
  readonly past: readonly TokenView[];
  /** Null for those who make none. */
  readonly make: ActFormView | null;
}

export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly scopes: readonly string[];
  readonly standing: 'live' | 'waiting' | 'expired' | 'revoked';
  readonly made: string;
  readonly expires: string;
  readonly used: string;
  readonly revoked: string | null;
  /** Null where the viewer has nothing to agree to. */
  readonly confirmAction: string | null;
  readonly revokeAction: string | null;
}

/** Answer to POST `/ma-truy-cap`: the secret, for this one look. */
export interface MadeTokenView {
  readonly secret: string;
  readonly name: string;
  readonly owner: string;
  readonly expires: string;
  /** Whether the owner still has to agree. */
  readonly waits: boolean;
}

const STANDINGS: Readonly<Record<TokenView['standing'], string>> = {
  live: 'Đang dùng được',
  waiting: 'Chờ đồng ý',
  expired: 'Hết hạn',
  revoked: 'Đã thu hồi',
};

const NONE = {
  kind: 'done',
  heading: 'Không có mã nào',
  text: 'Chương trình gọi API thay một người cần mã do quản trị hệ thống tạo; mã mang tên anh, chị hiện ở đây để đồng ý hoặc thu hồi.',
} as const;

export function TokensPage({ frame, view }: { frame: PageFrame; view: TokensView }): VNode {
  const { lines, past, make } = view;
  return (
    <PageShell frame={frame} title="Mã truy cập" place={null}>
      <PageHead heading="Mã truy cập">
        <p>Mã để chương trình dùng API thay một người. Ai thấy mã lạ mang tên mình thì thu hồi và báo quản trị.</p>
      </PageHead>
      <div class="ha-stack">
        {make !== null && (
          <Panel id="t-tao" heading="Tạo mã">
            <ActForm form={make} csrf={frame.csrf} />
          </Panel>
        )}
        <Tokens id="t-dang-dung" heading="Đang dùng và chờ đồng ý" lines={lines} csrf={frame.csrf} />
        {past.length > 0 && <Tokens id="t-da-thoi" heading="Hết hiệu lực" lines={past} csrf={frame.csrf} />}
      </div>
    </PageShell>
  );
}

interface TokensProps {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly TokenView[];
  readonly csrf: string;
}

function Tokens({ id, heading, lines, csrf }: TokensProps): VNode {
  return (
    <Panel id={id} heading={heading} flush>
      {lines.length === 0 ? (
        <Empty empty={NONE} />
      ) : (
        <table class="table ha-cards" role="table" aria-labelledby={id}>
          <TableHead headings={['Chương trình', 'Được làm', 'Thời hạn', 'Dùng lần cuối']} />
          <tbody role="rowgroup">
            {lines.map((line) => (
              <Token key={line.id} line={line} csrf={csrf} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Token({ line, csrf }: { line: TokenView; csrf: string }): VNode {
  const { name, owner, scopes, standing, made, expires, used, revoked } = line;
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Chương trình">
        <div>
          {name}
          <p class="ha-mute">Thay: {owner}</p>
        </div>
      </th>
      <td role="cell" data-label="Được làm">
        <div>{scopes.join('; ')}</div>
      </td>
      <td role="cell" data-label="Thời hạn">
        <div>
          Đến {expires} <Tag tone={standing === 'live' ? 'ink' : undefined}>{STANDINGS[standing]}</Tag>
          <p class="ha-mute">Tạo: {made}</p>
          {revoked !== null && <p class="ha-mute">Thu hồi: {revoked}</p>}
        </div>
      </td>
      <td role="cell" data-label="Dùng lần cuối">
        <div>
          <p>{used}</p>
          {line.confirmAction !== null && (
            <ActButton action={line.confirmAction} csrf={csrf} label="Đồng ý cho dùng" about={name} small primary />
          )}
          {line.revokeAction !== null && (
            <ActButton action={line.revokeAction} csrf={csrf} label="Thu hồi" about={name} small />
          )}
        </div>
      </td>
    </tr>
  );
}

export function MadeTokenPage({ frame, view }: { frame: PageFrame; view: MadeTokenView }): VNode {
  const { secret, name, owner, expires, waits } = view;
  return (
    <PageShell frame={frame} title="Mã vừa tạo" place={null} crumb={{ href: '/ma-truy-cap', label: 'Mã truy cập' }}>
      <PageHead heading="Mã vừa tạo" />
      <Panel id="t-ma" heading={name} class="ha-no-print">
        <Field
          id="ma"
          label="Mã"
          hint="Chép ngay vào nơi giữ bí mật của chương trình. Rời trang này thì không ai xem lại được."
        >
          <input id="ma" class="form-control" type="text" readonly value={secret} aria-describedby="ma-h" />
        </Field>
        <Facts
          facts={[
            { label: 'Làm việc thay', value: owner },
            { label: 'Dùng đến', value: expires },
            { label: 'Cách gửi', value: 'Tiêu đề Authorization: Bearer, rồi mã' },
          ]}
        />
      </Panel>
      {waits && (
        <Note icon="clock">
          <p>Mã chưa dùng được. {owner} mở trang Mã truy cập và bấm Đồng ý cho dùng.</p>
        </Note>
      )}
    </PageShell>
  );
}
