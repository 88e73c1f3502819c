import type { VNode } from 'preact';
import { ActButton, type ActButtonProps } from '../kit/act-button.js';
import { Facts, type Fact } from '../kit/facts.js';
import { describedBy, Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { TableHead } from '../kit/table-head.js';

/** GET `/tai-khoan`: who I am here and where I am signed in; GET `/tai-khoan/nguoi/:id`: the same of somebody, for administrators. */
export interface AccountView {
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly devices: readonly DeviceView[];
  /** When sessions end by themselves. */
  readonly limits: string;
  /** Signs out everywhere but here; null when there is nowhere else. */
  readonly endOthersAction: string | null;
  readonly endAllAction: string | null;
  /** Null where the password is not kept here. */
  readonly passwordHref: string | null;
  readonly factor: FactorView | null;
  readonly resetFactorAction: string | null;
  /** Whether the accounts of others are looked up here. */
  readonly finds: boolean;
}

export interface DeviceView {
  readonly id: string;
  /** `Chrome trên Windows` */
  readonly name: string;
  readonly address: string;
  readonly since: string;
  readonly seen: string;
  /** Null for the browser in which the page is shown. */
  readonly endAction: string | null;
}

export interface FactorView {
  readonly words: string;
  readonly setUpHref: string | null;
  readonly renewAction: string | null;
  readonly offAction: string | null;
}

export function AccountPage({ frame, view }: { frame: PageFrame; view: AccountView }): VNode {
  return (
    <PageShell frame={frame} title={view.heading} place={null}>
      <PageHead heading={view.heading} />
      <div class="ha-stack">
        <Panel id="t-ai" heading="Thông tin tài khoản">
          <Facts facts={view.facts} />
        </Panel>
        <Devices frame={frame} view={view} />
        <Protection frame={frame} view={view} />
        {view.finds && <Finding />}
      </div>
    </PageShell>
  );
}

const HEADINGS = ['Thiết bị', 'Địa chỉ', 'Đăng nhập lúc', 'Dùng gần nhất', 'Đăng xuất'];

function Devices({ frame, view }: { frame: PageFrame; view: AccountView }): VNode {
  const { devices, endOthersAction, endAllAction } = view;
  const end = endOthersAction ?? endAllAction;
  return (
    <Panel
      id="t-thiet-bi"
      heading="Thiết bị đang đăng nhập"
      aside={
        end !== null && (
          <ActButton
            small
            action={end}
            csrf={frame.csrf}
            label={endOthersAction === null ? 'Đăng xuất mọi nơi' : 'Đăng xuất các nơi khác'}
          />
        )
      }
      flush
    >
      {devices.length === 0 ? (
        <p class="ha-panel-b">Không có thiết bị nào đang đăng nhập.</p>
      ) : (
        <table class="table ha-cards" role="table" aria-labelledby="t-thiet-bi">
          <TableHead headings={HEADINGS.slice(0, view.endAllAction === null ? 5 : 4)} />
          <tbody role="rowgroup">
            {devices.map((device) => (
              <DeviceRow key={device.id} device={device} csrf={frame.csrf} isOwn={view.endAllAction === null} />
            ))}
          </tbody>
        </table>
      )}
      <div class="ha-panel-f ha-small ha-mute">{view.limits}</div>
    </Panel>
  );
}

function DeviceRow({ device, csrf, isOwn }: { device: DeviceView; csrf: string; isOwn: boolean }): VNode {
  return (
    <tr role="row">
      <td role="cell" data-label="Thiết bị">
        {device.name}
      </td>
      <td role="cell" data-label="Địa chỉ">
        {device.address}
      </td>
      <td role="cell" data-label="Đăng nhập lúc">
        {device.since}
      </td>
      <td role="cell" data-label="Dùng gần nhất">
        {device.seen}
      </td>
      {isOwn && (
        <td role="cell" data-label="Đăng xuất">
          {device.endAction === null ? (
            <span class="ha-mute">Máy này</span>
          ) : (
            <ActButton
              small
              action={device.endAction}
              csrf={csrf}
              label="Đăng xuất"
              about={`${device.name}, ${device.address}`}
            />
          )}
        </td>
      )}
    </tr>
  );
}

function Protection({ frame, view }: { frame: PageFrame; view: AccountView }): VNode | null {
  const { factor, passwordHref, resetFactorAction } = view;
  if (factor === null && resetFactorAction === null) return null;
  return (
    <Panel id="t-bao-ve" heading="Mật khẩu và xác thực hai lớp">
      <p>{factor?.words ?? 'Người này dùng mã xác thực hai lớp.'}</p>
      <div class="ha-acts">
        {factor !== null && factor.setUpHref !== null && (
          <a class="btn btn-primary" href={factor.setUpHref}>
            Bật xác thực hai lớp…
          </a>
        )}
        {passwordHref !== null && (
          <a class="btn" href={passwordHref}>
            Đổi mật khẩu…
          </a>
        )}
        <MaybeAct action={factor?.renewAction} csrf={frame.csrf} label="Lấy tờ mã dự phòng mới" />
        <MaybeAct action={factor?.offAction} csrf={frame.csrf} label="Tắt xác thực hai lớp" />
        <MaybeAct action={resetFactorAction} csrf={frame.csrf} label="Bỏ xác thực hai lớp của người này" />
      </div>
    </Panel>
  );
}

const FIND_HINT = 'Tên dùng để đăng nhập, ví dụ ngocnth.';

/** GET `/tai-khoan/nguoi?ten=` */
function Finding(): VNode {
  return (
    <Panel id="t-nguoi-khac" heading="Tài khoản của người khác">
      <form method="get" action="/tai-khoan/nguoi" aria-labelledby="t-nguoi-khac">
        <Field id="ten" label="Tên tài khoản" hint={FIND_HINT}>
          <input
            class="form-control"
            id="ten"
            name="ten"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
            {...describedBy('ten', { hint: FIND_HINT })}
          />
        </Field>
        <button class="btn" type="submit">
          Xem tài khoản
        </button>
      </form>
    </Panel>
  );
}

function MaybeAct({
  action,
  ...button
}: Omit<ActButtonProps, 'action'> & { action: string | null | undefined }): VNode | null {
  return action === null || action === undefined ? null : <ActButton action={action} {...button} />;
}
