import type { VNode } from 'preact';
import { Facts, type Fact } from '../kit/facts.js';
import { controlClass, describedBy, Field } from '../kit/field.js';
import { Note } from '../kit/note.js';
import { Panel } from '../kit/panel.js';
import { PostForm } from '../kit/post-form.js';
import { PUBLIC_SITE, PublicPage } from './public-page.js';

/** GET, POST `/cong-khai/tra-cuu` (`ma`, `so`): a sender sees where the own ticket stands. */
export interface PublicLookUpView {
  readonly agency: string;
  /** What was typed as code; the digits are never shown again. */
  readonly code: string;
  /** Why nothing is shown; null before anything is asked, and when something is found. */
  readonly refused: string | null;
  readonly found: { readonly heading: string; readonly facts: readonly Fact[] } | null;
}

const CODE_HINT = 'Mã phiếu do Tổng đài 1022 hoặc Sở cho biết, như PAKN.20260312.0042.';
const PHONE_HINT = 'Bốn số cuối của điện thoại đã dùng khi gửi phản ánh; nhập đủ số cũng được.';

export function PublicLookUpPage({ view }: { view: PublicLookUpView }): VNode {
  const { agency, code, refused, found } = view;
  return (
    <PublicPage title="Tra cứu kết quả phản ánh, kiến nghị" agency={agency} place="lookUp">
      {refused !== null && (
        <Note tone="fail">
          <p>{refused}</p>
        </Note>
      )}
      {found !== null && (
        <Panel id="ket-qua" heading={found.heading} class="ha-panel-gap">
          <Facts facts={found.facts} />
        </Panel>
      )}
      <Panel id="tra" heading={found === null ? 'Phiếu cần xem' : 'Xem phiếu khác'}>
        <PostForm action={`${PUBLIC_SITE}/tra-cuu`} labelledBy="tra" class="ha-narrow">
          <Field id="ma" label="Mã phiếu" hint={CODE_HINT}>
            <input
              class={controlClass('form-control')}
              id="ma"
              name="ma"
              value={code}
              maxlength={100}
              autocomplete="off"
              required
              {...describedBy('ma', { hint: CODE_HINT })}
            />
          </Field>
          <Field id="so" label="Bốn số cuối hoặc cả số điện thoại" hint={PHONE_HINT}>
            <input
              class={controlClass('form-control')}
              id="so"
              name="so"
              inputmode="numeric"
              pattern="[0-9]{4}|[0-9+. \-]{8,20}"
              maxlength={20}
              autocomplete="off"
              required
              {...describedBy('so', { hint: PHONE_HINT })}
            />
          </Field>
          <button class="btn btn-primary" type="submit">
            Xem phiếu
          </button>
        </PostForm>
      </Panel>
      <p class="ha-small ha-mute">
        Trang chỉ cho biết phiếu đang ở đâu và hạn trả lời; câu trả lời được gửi riêng cho người phản ánh. Để không ai
        dò được người phản ánh, phiếu đề nghị giữ bí mật họ tên hoặc nêu đơn vị bị phản ánh không tra ở đây: gọi 1022 để
        được báo.
      </p>
    </PublicPage>
  );
}
