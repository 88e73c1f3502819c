import type { VNode } from 'preact';
import { Live } from '../../notices/live.js';

/** A template filled in with the sample of its kind, as it would be printed. */
export interface SamplePagesView {
  /** Pictures of the pages, in order. */
  readonly pages: readonly string[];
  /** Why there are no pictures; null while they are being made, and once they are there. */
  readonly problem: string | null;
  readonly docxHref: string | null;
}

export function SamplePages({ sample }: { sample: SamplePagesView }): VNode {
  const total = sample.pages.length;
  const isMade = total > 0;
  return (
    <Live id="dien-thu" on={!isMade && sample.problem === null}>
      {isMade ? (
        <div class="ha-a4-wrap" tabindex={0} role="region" aria-label={`Mẫu điền thử, ${total} trang`}>
          {sample.pages.map((src, at) => (
            <img key={src} class="ha-page" src={src} width={1240} height={1754} alt={`Trang ${at + 1} trên ${total}`} />
          ))}
        </div>
      ) : (
        <p class="ha-mute" role="status">
          {sample.problem ?? 'Đang tạo trang in; trang sẽ tự hiện sau vài giây.'}
        </p>
      )}
      {sample.docxHref !== null && (
        <p class="ha-a4-links ha-small ha-no-print">
          <a href={sample.docxHref}>Tải văn bản điền thử (DOCX)</a>
        </p>
      )}
    </Live>
  );
}
