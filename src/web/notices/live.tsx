import type { ComponentChildren, VNode } from 'preact';

export interface LiveProps {
  readonly id: string;
  /** Whether something outside is still expected. */
  readonly on: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A part that looks again every few seconds while it waits; without scripts it is as fresh as the page. */
export function Live({ id, on, class: name, children }: LiveProps): VNode {
  return (
    <div id={id} class={name} data-part data-live={on ? '' : undefined}>
      {children}
    </div>
  );
}
