import type { ComponentChildren, VNode } from 'preact';

/** A kind, a substitution or a count; never a state. */
export function Tag({ tone, children }: { tone?: 'ink' | 'pass' | 'fail'; children: ComponentChildren }): VNode {
  return <span class={tone === undefined ? 'ha-tag' : `ha-tag ha-tag-${tone}`}>{children}</span>;
}
