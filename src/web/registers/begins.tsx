import type { VNode } from 'preact';

/** How a book begins where it goes on from another; the way to say so while the book has given no number. */
export interface BeginsView {
  readonly words: string | null;
  readonly href: string | null;
}

export function Begins({ begins }: { begins: BeginsView }): VNode {
  return (
    <p class="ha-panel-f ha-small ha-mute">
      {begins.words}
      {begins.href !== null && (
        <>
          Đang dùng sổ khác từ đầu năm? <a href={begins.href}>Đặt số bắt đầu của sổ</a>
        </>
      )}
    </p>
  );
}
