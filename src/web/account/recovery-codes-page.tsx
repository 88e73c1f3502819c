import type { VNode } from 'preact';
import { PageShell } from '../kit/shell/layout.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** The sheet for the day the telephone is lost; shown once, for only its hashes are kept. */
export interface RecoveryCodesView {
  readonly codes: readonly string[];
}

export function RecoveryCodesPage({ frame, view }: { frame: PageFrame; view: RecoveryCodesView }): VNode {
  return (
    <PageShell frame={frame} title="Mã dự phòng" place={null}>
      <PageHead heading="Mã dự phòng">
        <p>
          Trang này chỉ hiện một lần. In ra hoặc chép lại, cất ở nơi khóa được; mỗi mã dùng một lần thay cho ứng dụng.
        </p>
      </PageHead>
      <Panel
        id="t-ma-du-phong"
        heading={`${view.codes.length} mã`}
        footer={
          <a class="btn btn-primary" href="/tai-khoan">
            Đã cất, về trang Tài khoản
          </a>
        }
      >
        <ul class="ha-rows ha-rows-slim">
          {view.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Panel>
    </PageShell>
  );
}
