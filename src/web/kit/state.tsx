import type { ComponentChildren, VNode } from 'preact';

/** A state in plain words; the second line is the latest fact about it. */
export function State({ children, latest }: { children: ComponentChildren; latest?: string | null }): VNode {
  return (
    <>
      <span class="ha-state">{children}</span>
      {latest !== undefined && latest !== null && <span class="ha-sub">{latest}</span>}
    </>
  );
}
