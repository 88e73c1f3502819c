import type { VNode } from 'preact';
import { Brand } from '../kit/shell/brand.js';
import { Document } from '../kit/shell/document.js';
import { Facts, type Fact } from '../kit/facts.js';
import { describedBy, Field } from '../kit/field.js';
import { Panel } from '../kit/panel.js';
import { Verdict, type VerdictView } from './verdict.js';

/** GET `/tra-cuu` (`ma`), `/tra-cuu/:code`: for the holder of a document of the agency, without signing in. */
export interface LookUpView {
  /** Null before anything is asked for. */
  readonly verdict: VerdictView | null;
  readonly facts: readonly Fact[];
}

export function LookUpPage({ view: { verdict, facts } }: { view: LookUpView }): VNode {
  return (
    <Document title="Tra cứu văn bản" bare>
      <main class="ha-main ha-refusal ha-look-up" id="noi-dung" tabindex={-1}>
        <Brand href="/" />
        <h1>Tra cứu văn bản</h1>
        {verdict !== null && (
          <article class="ha-panel ha-panel-gap" aria-labelledby="ket-luan">
            <Verdict verdict={verdict} />
            {facts.length > 0 && (
              <div class="ha-panel-b">
                <Facts facts={facts} />
              </div>
            )}
          </article>
        )}
        <Panel id="t-tra" heading={verdict === null ? 'Văn bản đang cầm' : 'Tra văn bản khác'}>
          <LookUpForm />
        </Panel>
        <p class="ha-small ha-mute">
          Trang chỉ cho biết văn bản có thật và còn hiệu lực hay không, không cho xem nội dung. Chữ ký số kiểm tra trên
          bản điện tử.
        </p>
      </main>
    </Document>
  );
}

const CODE_HINT = 'Ở chân bản in, hoặc nơi gửi văn bản cho biết. Chữ hoa, chữ thường, có gạch hay không đều được.';
const FILE_HINT = 'Tệp được băm ngay trên máy đang mở trang này, không gửi đi đâu; chỉ mã băm được đối chiếu.';

/** The file part shows itself once scripts run; without them the hash of a file may be typed. */
function LookUpForm(): VNode {
  return (
    <form method="get" action="/tra-cuu" data-file-hash>
      <Field id="ma" label="Mã tra cứu" hint={CODE_HINT}>
        <input
          class="form-control"
          id="ma"
          name="ma"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          required
          {...describedBy('ma', { hint: CODE_HINT })}
        />
      </Field>
      <button class="btn btn-primary" type="submit">
        Tra cứu
      </button>
      <div class="ha-look-up-file ha-scripted" data-file-part>
        <Field id="tep" label="Hoặc đối chiếu tệp PDF đang có" hint={FILE_HINT}>
          <input
            class="form-control"
            id="tep"
            type="file"
            accept="application/pdf,.pdf"
            {...describedBy('tep', { hint: FILE_HINT })}
          />
        </Field>
        <p class="ha-small" role="status" data-file-said />
      </div>
    </form>
  );
}
