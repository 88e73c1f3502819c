import { Fragment, type ComponentChildren, type VNode } from 'preact';

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Label and value pairs, in one column or two. */
export function Facts({ facts, columns = 1 }: { facts: readonly Fact[]; columns?: 1 | 2 }): VNode {
  return (
    <dl class={columns === 2 ? 'ha-facts ha-facts-2' : 'ha-facts'}>
      {facts.map((fact) => (
        <Fragment key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
