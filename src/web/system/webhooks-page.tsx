import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { CardTable, type CardColumn } from '../kit/card-table.js';
import { ActForm, type ActFormView } from '../kit/acts/act-form.js';
import { Empty } from '../kit/empty.js';
import { Facts } from '../kit/facts.js';
import { Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Tag } from '../kit/tag.js';

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
  heading: 'Chưa có hệ thống kết nối nào',
  text: 'Hệ thống nhận hoặc gửi tin webhook hiện ở đây sau khi được thêm ở phần Thêm.',
} as const;
const NOTHING_SENT = {
  kind: 'done',
  heading: 'Chưa gửi tin nào',
  text: 'Tin xuất hiện khi phiếu của Tổng đài đổi trạng thái.',
} as const;
const NO_CALLS = {
  kind: 'done',
  heading: 'Chưa có lượt kết nối nào',
  text: 'Mỗi lần Tổng đài kết nối qua Open311 hoặc webhook được ghi một dòng ở đây.',
} as const;

export function WebhooksPage({ frame, view }: { frame: PageFrame; view: WebhooksView }): VNode {
  const { csrf } = frame;
  return (
    <PageShell frame={frame} title="Webhook và Open311" place={null}>
      <PageHead heading="Webhook và Open311">
        <p>
          Hệ thống bên ngoài nhận tin về phiếu hoặc gửi tin tới Sở. Tin chỉ có mã phiếu và trạng thái, không có nội dung
          phản ánh.
        </p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-noi" heading="Hệ thống kết nối" flush={view.endpoints.length > 0}>
          {view.endpoints.length === 0 ? <Empty empty={NONE_YET} /> : <Endpoints lines={view.endpoints} csrf={csrf} />}
        </Panel>
        <Panel id="t-them" heading="Thêm">
          <ActForm form={view.make} csrf={csrf} />
        </Panel>
        <Panel id="t-tin" heading="Tin đã gửi" flush={view.deliveries.length > 0}>
          {view.deliveries.length === 0 ? <Empty empty={NOTHING_SENT} /> : <Deliveries view={view} csrf={csrf} />}
        </Panel>
        <Panel id="t-goi" heading="Lượt kết nối gần đây của Tổng đài" flush={view.calls.length > 0}>
          {view.calls.length === 0 ? (
            <Empty empty={NO_CALLS} />
          ) : (
            <CardTable
              caption="Lượt kết nối của Tổng đài, mới nhất trước"
              columns={CALL_COLUMNS}
              rows={view.calls}
              keyOf={({ id }) => id}
            />
          )}
        </Panel>
      </div>
    </PageShell>
  );
}

function Endpoints({ lines, csrf }: { lines: readonly EndpointView[]; csrf: string }): VNode {
  const columns: readonly CardColumn<EndpointView>[] = [
    {
      heading: 'Hệ thống kết nối',
      cell: ({ name, way }) => (
        <>
          <span class="ha-strong">{name}</span>
          <p class="ha-mute">{way}</p>
        </>
      ),
    },
    { heading: 'Địa chỉ', cell: ({ address }) => address },
    { heading: 'Sự kiện thông báo', cell: ({ events }) => (events.length === 0 ? '–' : events.join('; ')) },
    {
      heading: 'Tình trạng',
      cell: ({ name, made, disabled, disableAction }) => (
        <>
          <Tag tone={disabled === null ? 'ink' : undefined}>{disabled === null ? 'Đang dùng' : 'Đã ngừng'}</Tag>
          <p class="ha-mute">Tạo: {made}</p>
          {disabled !== null && <p class="ha-mute">Ngừng: {disabled}</p>}
          {disableAction !== null && <ActButton action={disableAction} csrf={csrf} label="Ngừng" about={name} small />}
        </>
      ),
    },
  ];
  return <CardTable caption="Hệ thống kết nối" columns={columns} rows={lines} keyOf={({ id }) => id} />;
}

const TONES = { delivered: 'pass', waiting: undefined, givenUp: 'fail' } as const;
const STANDINGS = { delivered: 'Đã gửi', waiting: 'Đang chờ', givenUp: 'Gửi không thành công' } as const;

function Deliveries({ view, csrf }: { view: WebhooksView; csrf: string }): VNode {
  const columns: readonly CardColumn<DeliveryView>[] = [
    {
      heading: 'Tin',
      cell: ({ event, ticketHref, ticketCode, written }) => (
        <>
          <span class="ha-strong">{event}</span>
          <p class="ha-mute">
            <a href={ticketHref}>{ticketCode}</a>, {written}
          </p>
        </>
      ),
    },
    { heading: 'Gửi tới', cell: ({ to }) => to },
    { heading: 'Kết quả', cell: (line) => <Outcome line={line} csrf={csrf} /> },
  ];
  return (
    <>
      <CardTable caption="Tin đã gửi, mới nhất trước" columns={columns} rows={view.deliveries} keyOf={({ id }) => id} />
      {view.olderHref !== null && (
        <div class="ha-panel-f ha-small">
          <a href={view.olderHref}>Tin cũ hơn</a>
        </div>
      )}
    </>
  );
}

function Outcome({ line, csrf }: { line: DeliveryView; csrf: string }): VNode {
  const { event, ticketCode, standing, outcome, reason, resent, tries, resendAction } = line;
  const about = `${event}, ${ticketCode}`;
  return (
    <>
      <Tag tone={TONES[standing]}>{STANDINGS[standing]}</Tag> {outcome}
      {reason !== null && <p>{reason}</p>}
      {resent !== null && <p class="ha-mute">{resent}</p>}
      {tries.length > 0 && (
        <details>
          <summary>
            {tries.length} lần thử
            <span class="ha-vh"> gửi {about}</span>
          </summary>
          <ul>
            {tries.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
      {resendAction !== null && <ActButton action={resendAction} csrf={csrf} label="Gửi lại" about={about} small />}
    </>
  );
}

const CALL_COLUMNS: readonly CardColumn<CallView>[] = [
  {
    heading: 'Thời điểm',
    cell: ({ at, door }) => (
      <>
        <span class="ha-strong">{at}</span>
        <p class="ha-mute">{door}</p>
      </>
    ),
  },
  { heading: 'Số của Tổng đài', cell: ({ number }) => (number === '' ? '–' : number) },
  {
    heading: 'Phiếu',
    cell: ({ ticketHref, ticketCode }) => (ticketHref === null ? '–' : <a href={ticketHref}>{ticketCode}</a>),
  },
  {
    heading: 'Kết quả',
    cell: ({ outcome, reason, refused }) => (
      <>
        <Tag tone={refused ? 'fail' : undefined}>{outcome}</Tag>
        {reason !== null && <p>{reason}</p>}
      </>
    ),
  },
];

export function MadeEndpointPage({ frame, view }: { frame: PageFrame; view: MadeEndpointView }): VNode {
  const { name, secret, receives } = view;
  return (
    <PageShell
      frame={frame}
      title="Khóa bí mật vừa tạo"
      place={null}
      crumb={{ href: '/tich-hop/webhook', label: 'Webhook và Open311' }}
    >
      <PageHead heading="Khóa bí mật vừa tạo" />
      <Panel id="t-khoa" heading={name} class="ha-no-print">
        <Field
          id="khoa"
          label="Khóa bí mật"
          hint="Chép ngay vào cấu hình của hệ thống kết nối. Rời trang này thì không ai xem lại được."
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
              value: receives
                ? 'Sở ký, hệ thống kết nối kiểm tra'
                : 'Hệ thống kết nối ký, Sở kiểm tra tại /webhooks/hotline',
            },
          ]}
        />
      </Panel>
    </PageShell>
  );
}
