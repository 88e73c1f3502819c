import type { VNode } from 'preact';
import { Facts } from '../kit/facts.js';
import { Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { OrganisationCrumb } from '../organisation/unit-page.js';

/** The answer to POST `/to-chuc/nguoi/:id/mat-khau-tam`; there is no address under which it can be read again. */
export interface IssuedPasswordView {
  readonly back: { readonly href: string; readonly label: string };
  readonly fullName: string;
  readonly username: string;
  readonly password: string;
  readonly until: string;
}

export function IssuedPasswordPage({ frame, view }: { frame: PageFrame; view: IssuedPasswordView }): VNode {
  const { back, fullName, username, password, until } = view;
  return (
    <PageShell frame={frame} title="Mật khẩu tạm" place={null}>
      <OrganisationCrumb to={back} />
      <PageHead heading="Mật khẩu tạm" />
      <Panel id="t-mat-khau" heading={fullName} class="ha-no-print">
        <Field
          id="mat-khau"
          label="Mật khẩu tạm"
          hint="Trao tận tay hoặc đọc cho đúng người. Rời trang này thì không ai xem lại được; mất thì cấp mật khẩu khác."
        >
          <input
            id="mat-khau"
            class="form-control"
            type="text"
            readonly
            value={password}
            aria-describedby="mat-khau-h"
            autocomplete="off"
          />
        </Field>
        <Facts
          facts={[
            { label: 'Tên tài khoản', value: username },
            { label: 'Dùng đến', value: until },
            { label: 'Lần đăng nhập đầu', value: 'Phải đặt mật khẩu của riêng mình' },
          ]}
        />
      </Panel>
    </PageShell>
  );
}
