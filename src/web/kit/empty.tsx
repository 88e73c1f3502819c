import type { VNode } from 'preact';
import { Icon } from './icon.js';

/** Why a list is empty and the next useful step. `done` = nothing is left to do; `unmatched` = a search or filter hides the rest. */
export interface EmptyView {
  readonly kind: 'done' | 'unmatched';
  readonly heading: string;
  readonly text: string;
  readonly step?: { readonly href: string; readonly label: string } | null;
  /** On a page that is open to anybody: the guide is not. */
  readonly isPublic?: true;
}

export function Empty({ empty }: { empty: EmptyView }): VNode {
  return (
    <div class="ha-empty">
      <Icon name={empty.kind === 'done' ? 'check' : 'search'} />
      <h2>{empty.heading}</h2>
      <p>
        {empty.text}
        {empty.kind === 'done' && empty.isPublic !== true && (
          <>
            {' '}
            <a href="/huong-dan">Hướng dẫn</a>
          </>
        )}
      </p>
      {empty.step && (
        <a class="btn" href={empty.step.href}>
          {empty.step.label}
        </a>
      )}
    </div>
  );
}
