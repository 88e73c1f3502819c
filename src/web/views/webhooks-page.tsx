import type { VNode } from 'preact';
import { ActButton } from '../components/act-button.js';
import { ActForm, type ActFormView } from '../components/act-form.js';
import { Empty } from '../components/empty.js';
import { Facts } from '../components/facts.js';
import { Field } from '../components/field.js';
import { Icon } from '../components/icon.js';
import { Layout, Main } from '../components/layout.js';
import type { PageFrame } from '../components/page-frame.js';
import { PageHead } from '../components/page-head.js';
import { Panel } from '../components/panel.js';
import { TableHead } from '../components/table-head.js';
import { Tag } from '../components/tag.js';

/** GET `/tich-hop/webhook`: who hears of tickets and who may call, what was sent and what came. */
export interface WebhooksView {
  readonly make: ActFormView;
  readonly endpoints: readonly EndpointView[];
  readonly deliveries: readonly DeliveryView[];
  readonly olderHref: string | null;
  readonly calls: readonly CallView[];
}

export interface EndpointView {
  readonly id: string;
  readonly name: string;
  readonly way: string;
  readonly address: string;
  readonly events: readonly string[];
  readonly made: string;
  readonly disabled: string | null;
  readonly disableAction: string | null;
}

export interface DeliveryView {
  readonly id: string;
  readonly event: string;
  readonly ticketCode: string;
  readonly ticketHref: string;
  readonly to: string;
  readonly written: string;
  readonly standing: 'delivered' | 'waiting' | 'givenUp';
  readonly outcome: string;
  readonly reason: string | null;
  readonly resent: string | null;
  readonly tries: readonly string[];
  readonly resendAction: string | null;
}

export interface CallView {
  readonly id: string;
  readonly at: string;
  readonly door: string;
  /** The hotline's own number; empty where the call named none. */
  readonly number: string;
  readonly ticketCode: string | null;
  readonly ticketHref: string | null;
  readonly outcome: string;
  readonly refused: boolean;
  readonly reason: string | null;
}

/** Answer to POST `/tich-hop/webhook`: the secret, for this one look. */
export interface MadeEndpointView {
  readonly name: string;
  readonly secret: string;
  /** Whether the other side hears from us; otherwise it calls us. */
  readonly receives: boolean;
}

const NONE_YET = {
  kind: 'done',
  heading: 'Chưa có nơi nào',
  text: 'Chưa hệ thống nào nhận hoặc gửi webhook.',
} as const;
const NOTHING_SENT = {
  kind: 'done',
  heading: 'Chưa gửi tin nào',
  text: 'Tin xuất hiện khi phiếu của Tổng đài đổi trạng thái.',
} as const;
const NO_CALLS = {
  kind: 'done',
  heading: 'Chưa có cuộc gọi nào',
  text: 'Tổng đài chưa gọi qua Open311 hoặc webhook.',
} as const;

export function WebhooksPage({ frame, view }: { frame: PageFrame; view: WebhooksView }): VNode {
  const { csrf } = frame;
  return (
    <Layout frame={frame} title="Webhook và Open311" place={null}>
      <Main frame={frame}>
        <PageHead heading="Webhook và Open311">
          <p>
            Hệ thống bên ngoài nghe tin về phiếu hoặc gọi tới Sở. Tin chỉ mang mã phiếu và trạng thái, không mang lời
            của ai.
          </p>
        </PageHead>
        <div class="ha-stack">
          <Panel id="t-noi" heading="Nơi nhận và nơi gửi" flush={view.endpoints.length > 0}>
            {view.endpoints.length === 0 ? (
              <Empty empty={NONE_YET} />
            ) : (
              <Endpoints lines={view.endpoints} csrf={csrf} />
            )}
          </Panel>
          <Panel id="t-them" heading="Thêm">
            <ActForm form={view.make} csrf={csrf} />
          </Panel>
          <Panel id="t-tin" heading="Tin đã gửi" flush={view.deliveries.length > 0}>
            {view.deliveries.length === 0 ? <Empty empty={NOTHING_SENT} /> : <Deliveries view={view} csrf={csrf} />}
          </Panel>
          <Panel id="t-goi" heading="Cuộc gọi gần đây của Tổng đài" flush={view.calls.length > 0}>
            {view.calls.length === 0 ? <Empty empty={NO_CALLS} /> : <Calls lines={view.calls} />}
          </Panel>
        </div>
      </Main>
    </Layout>
  );
}

function Endpoints({ lines, csrf }: { lines: readonly EndpointView[]; csrf: string }): VNode {
  return (
    <table class="table ha-cards" role="table" aria-labelledby="t-noi">
      <TableHead headings={['Bên kia', 'Địa chỉ', 'Báo khi', 'Tình trạng']} />
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row">
            <th scope="row" role="rowheader" data-label="Bên kia">
              <div>
                {line.name}
                <p class="ha-mute">{line.way}</p>
              </div>
            </th>
            <td role="cell" data-label="Địa chỉ">
              <div>{line.address}</div>
            </td>
            <td role="cell" data-label="Báo khi">
              <div>{line.events.length === 0 ? '–' : line.events.join('; ')}</div>
            </td>
            <td role="cell" data-label="Tình trạng">
              <div>
                <Tag tone={line.disabled === null ? 'ink' : undefined}>
                  {line.disabled === null ? 'Đang dùng' : 'Đã ngừng'}
                </Tag>
                <p class="ha-mute">Tạo: {line.made}</p>
                {line.disabled !== null && <p class="ha-mute">Ngừng: {line.disabled}</p>}
                {line.disableAction !== null && (
                  <ActButton action={line.disableAction} csrf={csrf} label="Ngừng" about={line.name} small />
                )}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const TONES = { delivered: 'pass', waiting: undefined, givenUp: 'fail' } as const;
const STANDINGS = { delivered: 'Đã tới', waiting: 'Đang chờ', givenUp: 'Không tới' } as const;

function Deliveries({ view, csrf }: { view: WebhooksView; csrf: string }): VNode {
  return (
    <>
      <table class="table ha-cards" role="table" aria-labelledby="t-tin">
        <TableHead headings={['Tin', 'Gửi tới', 'Kết quả']} />
        <tbody role="rowgroup">
          {view.deliveries.map((line) => (
            <Delivery key={line.id} line={line} csrf={csrf} />
          ))}
        </tbody>
      </table>
      {view.olderHref !== null && (
        <div class="ha-panel-f ha-small">
          <a href={view.olderHref}>Tin cũ hơn</a>
        </div>
      )}
    </>
  );
}

function Delivery({ line, csrf }: { line: DeliveryView; csrf: string }): VNode {
  return (
    <tr role="row">
      <th scope="row" role="rowheader" data-label="Tin">
        <div>
          {line.event}
          <p class="ha-mute">
            <a href={line.ticketHref}>{line.ticketCode}</a>, {line.written}
          </p>
        </div>
      </th>
      <td role="cell" data-label="Gửi tới">
        <div>{line.to}</div>
      </td>
      <td role="cell" data-label="Kết quả">
        <div>
          <Tag tone={TONES[line.standing]}>{STANDINGS[line.standing]}</Tag> {line.outcome}
          {line.reason !== null && <p>{line.reason}</p>}
          {line.resent !== null && <p class="ha-mute">{line.resent}</p>}
          {line.tries.length > 0 && (
            <details>
              <summary>
                {line.tries.length} lần thử
                <span class="ha-vh">
                  {' '}
                  gửi {line.event}, {line.ticketCode}
                </span>
              </summary>
              <ul>
                {line.tries.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </details>
          )}
          {line.resendAction !== null && (
            <ActButton
              action={line.resendAction}
              csrf={csrf}
              label="Gửi lại"
              about={`${line.event}, ${line.ticketCode}`}
              small
            />
          )}
        </div>
      </td>
    </tr>
  );
}

function Calls({ lines }: { lines: readonly CallView[] }): VNode {
  return (
    <table class="table ha-cards" role="table" aria-labelledby="t-goi">
      <TableHead headings={['Lúc', 'Số của Tổng đài', 'Phiếu', 'Kết quả']} />
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row">
            <th scope="row" role="rowheader" data-label="Lúc">
              <div>
                {line.at}
                <p class="ha-mute">{line.door}</p>
              </div>
            </th>
            <td role="cell" data-label="Số của Tổng đài">
              <div>{line.number === '' ? '–' : line.number}</div>
            </td>
            <td role="cell" data-label="Phiếu">
              <div>{line.ticketHref === null ? '–' : <a href={line.ticketHref}>{line.ticketCode}</a>}</div>
            </td>
            <td role="cell" data-label="Kết quả">
              <div>
                <Tag tone={line.refused ? 'fail' : undefined}>{line.outcome}</Tag>
                {line.reason !== null && <p>{line.reason}</p>}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function MadeEndpointPage({ frame, view }: { frame: PageFrame; view: MadeEndpointView }): VNode {
  const { name, secret, receives } = view;
  return (
    <Layout frame={frame} title="Khóa bí mật vừa tạo" place={null}>
      <Main frame={frame}>
        <nav class="ha-crumb" aria-label="Trở lại">
          <a href="/tich-hop/webhook">
            <Icon name="left" />
            Webhook và Open311
          </a>
        </nav>
        <PageHead heading="Khóa bí mật vừa tạo" />
        <Panel id="t-khoa" heading={name} class="ha-no-print">
          <Field
            id="khoa"
            label="Khóa bí mật"
            hint="Chép ngay vào cấu hình của bên kia. Rời trang này thì không ai xem lại được."
          >
            <input id="khoa" class="form-control" type="text" readonly value={secret} aria-describedby="khoa-h" />
          </Field>
          <Facts
            facts={[
              {
                label: 'Cách ký',
                value: 'Standard Webhooks: HMAC-SHA256, các tiêu đề webhook-id, webhook-timestamp, webhook-signature',
              },
              {
                label: 'Chiều',
                value: receives ? 'Sở ký, bên kia kiểm tra' : 'Bên kia ký, Sở kiểm tra tại /webhooks/hotline',
              },
            ]}
          />
        </Panel>
      </Main>
    </Layout>
  );
}
