import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';
import { Icon } from '../kit/icon.js';
import { Live } from '../notices/live.js';
import { Panel } from '../kit/panel.js';

/** The export of a record file. POST `/ho-so/:id/xuat`, GET `/ho-so/:id/xuat.zip`. */
export interface FileExportView {
  readonly action: string;
  /** Values that must be shortened before the export. */
  readonly flaws: readonly string[];
  /** `Đang ghép 3 trên 12 văn bản` */
  readonly progress: string | null;
  readonly ready: { readonly href: string; readonly words: string } | null;
  readonly problem: string | null;
}

export function FileExport({ view, csrf }: { view: FileExportView; csrf: string }): VNode {
  const { action, flaws, progress, ready, problem } = view;
  return (
    <Panel
      id="t-xuat"
      heading="Xuất hồ sơ"
      footer={
        flaws.length === 0 &&
        progress === null && (
          <ActButton action={action} csrf={csrf} label={ready === null ? 'Xuất hồ sơ' : 'Xuất lại'} />
        )
      }
    >
      <Live id="song-xuat" on={progress !== null}>
        <p class="ha-small ha-mute">
          Một tệp ZIP: mọi trang theo thứ tự (PDF), mô tả theo Phụ lục VI Nghị định 30 (XML), bản gốc nguyên chữ ký và
          mã sha256.
        </p>
        {flaws.length > 0 && <Flaws flaws={flaws} />}
        {progress !== null && <p role="status">{progress}</p>}
        {problem !== null && (
          <p class="ha-act-w" role="alert">
            {problem}
          </p>
        )}
        {ready !== null && (
          <p>
            <a href={ready.href}>
              <Icon name="down" />
              Tải hồ sơ
            </a>
            <br />
            <small class="ha-mute">{ready.words}</small>
          </p>
        )}
      </Live>
    </Panel>
  );
}

function Flaws({ flaws }: { flaws: readonly string[] }): VNode {
  return (
    <div class="ha-act-w">
      <p>Chưa xuất được. Rút ngắn các giá trị sau; hệ thống không tự cắt bớt:</p>
      <ul>
        {flaws.map((flaw) => (
          <li key={flaw}>{flaw}</li>
        ))}
      </ul>
    </div>
  );
}
