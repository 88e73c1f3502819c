import type { ComponentChildren, VNode } from 'preact';

export interface PanelProps {
  /** Id of the heading, which names the section. */
  readonly id: string;
  readonly heading: string;
  /** What stands at the right of the heading. */
  readonly aside?: ComponentChildren;
  readonly class?: string;
  readonly footer?: ComponentChildren;
  /** What is inside reaches the edges, as tables do. */
  readonly flush?: boolean;
  readonly children: ComponentChildren;
}

/** A sheet on the desk: heading, body and, when there is one, a footer. */
export function Panel({ id, heading, aside, class: more, footer, flush, children }: PanelProps): VNode {
  return (
    <section class={more === undefined ? 'ha-panel' : `ha-panel ${more}`} aria-labelledby={id}>
      <div class="ha-panel-h">
        <h2 id={id}>{heading}</h2>
        {aside}
      </div>
      {flush === true ? children : <div class="ha-panel-b">{children}</div>}
      {footer !== undefined && footer !== null && <div class="ha-panel-f">{footer}</div>}
    </section>
  );
}
