import type { VNode } from 'preact';

/** Text as it was written: every line break kept as a paragraph, nothing shortened. */
export function Paragraphs({ text }: { text: string }): VNode {
  return (
    <>
      {text
        .split(/\r?\n+/u)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
    </>
  );
}
