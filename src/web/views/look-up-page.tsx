import type { VNode } from 'preact';
import { Brand } from '../components/brand.js';
import { Document } from '../components/document.js';
import { Facts, type Fact } from '../components/facts.js';
import { Verdict, type VerdictView } from '../components/verdict.js';

/** GET `/tra-cuu/:code`: for whoever holds a printed copy, without signing in. */
export interface LookUpView {
  readonly verdict: VerdictView;
  readonly facts: readonly Fact[];
}

export function LookUpPage({ view: { verdict, facts } }: { view: LookUpView }): VNode {
  return (
    <Document title="Tra cứu bản in" bare>
      <main class="ha-main ha-refusal ha-look-up" id="noi-dung" tabindex={-1}>
        <Brand href="/" />
        <h1>Tra cứu bản in chuyển đổi</h1>
        <article class="ha-panel" aria-labelledby="ket-luan">
          <Verdict verdict={verdict} />
          {facts.length > 0 && (
            <div class="ha-panel-b">
              <Facts facts={facts} />
            </div>
          )}
        </article>
        <p class="ha-small ha-mute">Chữ ký số chỉ kiểm tra được trên bản điện tử. Trang này không thay bản gốc.</p>
      </main>
    </Document>
  );
}
