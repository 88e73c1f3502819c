import type { VNode } from 'preact';
import type { ActFormView } from '../kit/acts/act-form.js';
import { FileCheckFrame, FileTroubles } from './file-check-frame.js';
import { FindingList, type FindingView } from './finding-list.js';
import { Icon } from '../kit/icon.js';
import type { PageFrame } from '../kit/shell/page-frame.js';
import { PageHead } from '../kit/page-head.js';
import { Panel } from '../kit/panel.js';

/** GET `/kiem-tra-the-thuc`; POST `/kiem-tra-the-thuc` (`file`) answers with what was found. Nothing is kept. */
export interface FormatCheckView {
  readonly form: ActFormView;
  /** Null before a file is chosen. */
  readonly checked: CheckedFileView | null;
}

export interface CheckedFileView {
  readonly name: string;
  /** `Chưa đạt: 3 lỗi phải sửa, 1 điều cần xem; 2 lỗi đã sửa trong bản tải về.` */
  readonly summary: string;
  /** Why the file was not read, or why the corrected one is not available here. */
  readonly troubles: readonly string[];
  /** What a person must correct. */
  readonly findings: readonly FindingView[];
  readonly mended: MendedFileView | null;
}

export interface MendedFileView {
  /** The file itself, within the page: nothing of it stays with us. */
  readonly href: string;
  readonly name: string;
  readonly size: string;
  readonly findings: readonly FindingView[];
}

export function FormatCheckPage({ frame, view }: { frame: PageFrame; view: FormatCheckView }): VNode {
  const { checked } = view;
  return (
    <FileCheckFrame frame={frame} title="Kiểm tra thể thức" file={checked?.name ?? null} form={view.form}>
      {checked === null ? <Opening /> : <Checked checked={checked} />}
    </FileCheckFrame>
  );
}

function Opening(): VNode {
  return (
    <PageHead heading="Kiểm tra thể thức">
      <p>Đối chiếu văn bản với Nghị định 30/2020/NĐ-CP. Tệp chỉ được đọc một lần, không lưu lại.</p>
    </PageHead>
  );
}

function Checked({ checked }: { checked: CheckedFileView }): VNode {
  const { name, summary, troubles, findings, mended } = checked;
  return (
    <>
      <PageHead heading={name} acts={mended !== null && <Download mended={mended} />}>
        <p>{summary}</p>
      </PageHead>
      <FileTroubles troubles={troubles} />
      {findings.length > 0 && (
        <Panel id="t-can-sua" heading="Chỗ cần sửa">
          <FindingList findings={findings} />
        </Panel>
      )}
      {mended !== null && (
        <Panel
          id="t-da-sua"
          heading="Đã sửa trong bản tải về"
          aside={<span class="ha-small ha-mute">{mended.size}</span>}
        >
          <FindingList findings={mended.findings} />
        </Panel>
      )}
    </>
  );
}

function Download({ mended: { href, name } }: { mended: MendedFileView }): VNode {
  return (
    <a class="btn btn-primary" href={href} download={name}>
      <Icon name="down" />
      Tải bản đã sửa
    </a>
  );
}
