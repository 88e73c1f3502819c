import type { ComponentChildren, VNode } from 'preact';
import { LetterPages, type LetterPagesView } from '../kit/letter-pages/letter-pages.js';
import { Paragraphs } from '../kit/paragraphs.js';
import { RowList, type RowView } from '../kit/row-list.js';
import { Live } from '../notices/live.js';
import { Files, type FileView } from '../ticket-files/files.js';

/** What stands beside the letter while it is written: one of them is open at a time. */
export interface DraftBesideView {
  readonly letter: LetterPagesView;
  /** What is answered; null for a document that answers no ticket. */
  readonly ticket: AnsweredView | null;
  /** Texts of the writer's unit; null for those who only read the letter, or have none and keep none. */
  readonly standard: StandardTextsBeside | null;
  /** Published answers to tickets of the same category. */
  readonly earlier: readonly OfferedText[];
  /** Every revision, and where it differs from the one before. */
  readonly versions: readonly RowView[];
}

export interface AnsweredView {
  /** The citizen's words as this person may read them. */
  readonly words: string;
  readonly redacted: boolean;
  /** What came with them, and the evidence that was added since. */
  readonly files: readonly FileView[];
}

export interface StandardTextsBeside {
  readonly texts: readonly OfferedText[];
  /** Where they are kept; null for those who may not keep them, as supervision that writes a report. */
  readonly keptAt: string | null;
}

/** A text that is put into the letter by one press. */
export interface OfferedText {
  readonly id: string;
  readonly heading: string;
  /** `Phòng Kế hoạch - Tài chính, công khai 18/03/2026` */
  readonly from: string | null;
  readonly text: string;
}

export function DraftBeside({ view, isMade }: { view: DraftBesideView; isMade: boolean }): VNode {
  return (
    <div class="ha-a4-stick ha-draft-beside">
      {view.ticket !== null && <Answered ticket={view.ticket} />}
      {view.standard !== null && <Standard standard={view.standard} />}
      {view.earlier.length > 0 && (
        <Beside summary="Đã trả lời phiếu cùng lĩnh vực">
          <Texts texts={view.earlier} />
        </Beside>
      )}
      <Beside summary="Các bản thảo">
        <Live id="song-cac-ban" on={false}>
          <RowList rows={view.versions} />
        </Live>
      </Beside>
      <Beside summary="Trang in" open>
        <Live id="song-trang-in" on={!isMade}>
          <LetterPages letter={view.letter} />
        </Live>
      </Beside>
    </div>
  );
}

function Answered({ ticket: { words, redacted, files } }: { ticket: AnsweredView }): VNode {
  return (
    <Beside summary="Nội dung phản ánh, tài liệu">
      {redacted && <p class="ha-small ha-mute">Đã che chi tiết riêng tư.</p>}
      <div class="ha-words">
        <Paragraphs text={words} />
      </div>
      <Files files={files} />
    </Beside>
  );
}

function Standard({ standard: { texts, keptAt } }: { standard: StandardTextsBeside }): VNode {
  return (
    <Beside summary="Đoạn mẫu">
      <Texts texts={texts} />
      {keptAt !== null && (
        <p class="ha-small">
          <a href={keptAt}>{texts.length === 0 ? 'Thêm đoạn mẫu cho đơn vị' : 'Thêm, xóa đoạn mẫu'}</a>
        </p>
      )}
    </Beside>
  );
}

function Texts({ texts }: { texts: readonly OfferedText[] }): VNode {
  return (
    <ul class="ha-offered">
      {texts.map(({ id, heading, from, text }) => (
        <li key={id}>
          <h3 id={id}>{heading}</h3>
          {from !== null && <small>{from}</small>}
          <div id={`${id}-loi`}>
            <Paragraphs text={text} />
          </div>
          <button
            class="btn btn-sm ha-scripted"
            type="button"
            data-insert={`${id}-loi`}
            aria-describedby={id}
            title="Chèn vào ô đang viết, tại con trỏ"
          >
            Chèn vào công văn
          </button>
        </li>
      ))}
    </ul>
  );
}

function Beside({ summary, open, children }: { summary: string; open?: boolean; children: ComponentChildren }): VNode {
  return (
    <details class="ha-fold" name="ben-canh" open={open}>
      <summary>{summary}</summary>
      <div class="ha-fold-b">{children}</div>
    </details>
  );
}
