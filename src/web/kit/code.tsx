import type { VNode } from 'preact';

/** A ticket's or message's own code: it never breaks over two lines. */
export function Code({ children }: { children: string }): VNode {
  return <span class="ha-code">{children}</span>;
}
