import type { ComponentChildren, VNode } from 'preact';

/** The heading of a page with what may be done on it. */
export function PageHead({
  heading,
  acts,
  children,
}: {
  heading: string;
  acts?: ComponentChildren;
  children?: ComponentChildren;
}): VNode {
  return (
    <div class="ha-head">
      <div>
        <h1>{heading}</h1>
        {children}
      </div>
      {acts !== undefined && <div class="ha-acts">{acts}</div>}
    </div>
  );
}
