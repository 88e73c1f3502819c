import type { VNode } from 'preact';
import { Icon } from '../icon.js';

/** The letter as it will be printed. */
export type LetterPagesView =
  | {
      readonly state: 'ready';
      /** Pictures of the pages, in order: `/drafts/ID/pages/1.jpg`. */
      readonly pages: readonly string[];
      readonly pdfHref: string;
      readonly docxHref: string;
    }
  /** Still being made; the page looks again by itself. */
  | { readonly state: 'making' }
  /** Cannot be shown for now, and why; the DOCX may be at hand. */
  | { readonly state: 'unavailable'; readonly reason: string; readonly docxHref: string | null };

export function LetterPages({ letter }: { letter: LetterPagesView }): VNode {
  return (
    <section id="trang-in" aria-label="Trang công văn như khi in">
      {letter.state === 'ready' ? <Ready letter={letter} /> : <Waiting letter={letter} />}
    </section>
  );
}

function Ready({ letter }: { letter: Extract<LetterPagesView, { state: 'ready' }> }): VNode {
  const total = letter.pages.length;
  return (
    <>
      <div class="ha-a4-wrap" tabindex={0} role="region" aria-label={`Công văn, ${total} trang`}>
        {letter.pages.map((src, at) => (
          <img key={src} class="ha-page" src={src} width={1240} height={1754} alt={`Trang ${at + 1} trên ${total}`} />
        ))}
      </div>
      <p class="ha-a4-links ha-small ha-no-print">
        <a href={letter.pdfHref}>Mở PDF để đọc và in</a>
        <a href={letter.docxHref}>Tải DOCX</a>
      </p>
    </>
  );
}

function Waiting({ letter }: { letter: Exclude<LetterPagesView, { state: 'ready' }> }): VNode {
  const making = letter.state === 'making';
  return (
    <div class="ha-a4-wrap" role="status" data-making={making ? '' : undefined}>
      <div class="ha-page ha-page-blank">
        <Icon name={making ? 'clock' : 'file'} />
        <p>
          <strong>{making ? 'Đang tạo trang in' : 'Chưa có trang in'}</strong>
        </p>
        <p>{making ? 'Trang sẽ tự hiện sau vài giây.' : letter.reason}</p>
        {!making && letter.docxHref !== null && (
          <a class="btn" href={letter.docxHref}>
            <Icon name="down" />
            Tải DOCX
          </a>
        )}
      </div>
    </div>
  );
}
