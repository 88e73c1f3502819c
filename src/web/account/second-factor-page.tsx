import type { VNode } from 'preact';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { QrCode } from './qr-code.js';

/** GET `/tai-khoan/xac-thuc-hai-lop`: setting up an authenticator app; POST: `code`. */
export interface SecondFactorView {
  /** `otpauth://…`, for the camera. */
  readonly uri: string;
  /** The same secret, for those who type it. */
  readonly secret: string;
  readonly error: string | null;
}

const HINT = 'Sáu số đang hiện trong ứng dụng.';

export function SecondFactorPage({ frame, view }: { frame: PageFrame; view: SecondFactorView }): VNode {
  return (
    <PageShell frame={frame} title="Bật xác thực hai lớp" place={null}>
      <PageHead heading="Bật xác thực hai lớp">
        <p>Từ nay đăng nhập cần mật khẩu và một mã trên điện thoại; lộ mật khẩu vẫn chưa vào được tài khoản.</p>
      </PageHead>
      <div class="ha-stack">
        <Panel id="t-quet" heading="1. Thêm vào ứng dụng xác thực">
          <p>
            Mở ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator, FreeOTP…), chọn thêm
            tài khoản, rồi quét mã này.
          </p>
          <QrCode text={view.uri} label="Mã QR để thêm tài khoản vào ứng dụng xác thực" />
          <p>
            Không quét được thì nhập khóa: <code>{view.secret}</code>
          </p>
        </Panel>
        <Panel id="t-ma" heading="2. Nhập mã đang hiện">
          <PostForm action="/tai-khoan/xac-thuc-hai-lop" csrf={frame.csrf} labelledBy="t-ma">
            <Field id="code" label="Mã" hint={HINT} error={view.error}>
              <input
                class={controlClass('form-control', view.error)}
                id="code"
                name="code"
                inputmode="numeric"
                autocomplete="one-time-code"
                required
                {...describedBy('code', { hint: HINT, error: view.error })}
              />
            </Field>
            <button class="btn btn-primary" type="submit">
              Bật xác thực hai lớp
            </button>
          </PostForm>
        </Panel>
      </div>
    </PageShell>
  );
}
