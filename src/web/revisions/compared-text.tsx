import type { VNode } from 'preact';

export interface StretchView {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words that two texts share, and those that only one has: by signs and brackets as much as by colour, and said to those who listen. */
export function ComparedText({ stretches }: { stretches: readonly StretchView[] }): VNode {
  return (
    <p>
      {stretches.map((stretch, at) => (
        <Words key={at} stretch={stretch} />
      ))}
    </p>
  );
}

function Words({ stretch: { change, text } }: { stretch: StretchView }): VNode {
  if (change === 'same') return <>{text}</>;
  const Mark = change === 'added' ? 'ins' : 'del';
  const blank = text.startsWith(' ') ? ' ' : '';
  return (
    <>
      {blank}
      <Mark>
        <span aria-hidden="true">{change === 'added' ? '[+ ' : '[− '}</span>
        <span class="ha-vh">{change === 'added' ? ' (thêm: ' : ' (bỏ: '}</span>
        {text.slice(blank.length)}
        <span aria-hidden="true">]</span>
        <span class="ha-vh">) </span>
      </Mark>
    </>
  );
}
