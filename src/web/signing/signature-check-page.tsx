import type { VNode } from 'preact';
import type { ActFormView } from '../kit/acts/act-form.js';
import { Facts, type Fact } from '../kit/facts.js';
import { FileCheckFrame, FileTroubles } from '../format/file-check-frame.js';
import { FindingList, type FindingView } from '../format/finding-list.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';
import { Verdict, type VerdictView } from './verdict.js';

/** GET `/kiem-tra-chu-ky`; POST `/kiem-tra-chu-ky` (`file`) answers with what the signatures are worth. The file is not kept. */
export interface SignatureCheckView {
  readonly form: ActFormView;
  /** Null before a file is chosen. */
  readonly checked: CheckedPdfView | null;
}

export interface CheckedPdfView {
  readonly name: string;
  /** Null for a file that was not looked into. */
  readonly verdict: VerdictView | null;
  /** Why it was not. */
  readonly troubles: readonly string[];
  /** What speaks against the file as a whole, besides its signatures. */
  readonly reasons: readonly FindingView[];
  readonly signatures: readonly CheckedSignatureView[];
  readonly facts: readonly Fact[];
}

export interface CheckedSignatureView {
  readonly id: string;
  readonly heading: string;
  /** `Hợp lệ` */
  readonly verdict: string;
  readonly findings: readonly FindingView[];
  readonly facts: readonly Fact[];
}

export function SignatureCheckPage({ frame, view }: { frame: PageFrame; view: SignatureCheckView }): VNode {
  const { checked } = view;
  return (
    <FileCheckFrame frame={frame} title="Kiểm tra chữ ký số" file={checked?.name ?? null} form={view.form}>
      {checked === null ? <Opening /> : <Checked checked={checked} />}
    </FileCheckFrame>
  );
}

function Opening(): VNode {
  return (
    <PageHead heading="Kiểm tra chữ ký số">
      <p>
        Tệp PDF bất kỳ: ai ký, lúc nào, chứng thư của ai cấp, tệp có bị sửa sau khi ký hay không. Tệp không được lưu
        lại; nhật ký chỉ ghi mã băm và kết luận.
      </p>
    </PageHead>
  );
}

function Checked({ checked }: { checked: CheckedPdfView }): VNode {
  const { name, verdict, troubles, reasons, signatures, facts } = checked;
  return (
    <>
      <PageHead heading={name}>{verdict === null && <p>Chưa kiểm tra.</p>}</PageHead>
      <FileTroubles troubles={troubles} />
      {verdict !== null && (
        <article class="ha-panel" aria-labelledby="ket-luan">
          <Verdict verdict={verdict} />
          <div class="ha-panel-b">
            {reasons.length > 0 && <FindingList findings={reasons} />}
            <Facts facts={facts} />
          </div>
        </article>
      )}
      {signatures.map((signature) => (
        <Panel
          key={signature.id}
          id={signature.id}
          heading={signature.heading}
          aside={<strong>{signature.verdict}</strong>}
        >
          {signature.findings.length > 0 && <FindingList findings={signature.findings} />}
          <Facts facts={signature.facts} />
        </Panel>
      ))}
    </>
  );
}
