import type { VNode } from 'preact';

/** One step on a letter's way; `fact` is the given name and time, or what stopped it. */
export interface RouteStep {
  readonly name: string;
  readonly state: 'done' | 'now' | 'stop' | 'ahead';
  readonly fact: string | null;
}

const SAID: Readonly<Record<RouteStep['state'], string>> = {
  done: 'đã xong',
  now: 'đang ở bước này',
  stop: 'dừng ở bước này',
  ahead: 'chưa tới',
};

/** Where a letter is on its way; the stopped step is a square. Four steps while drafting, eight while signing. */
export function Route({ steps }: { steps: readonly RouteStep[] }): VNode {
  return (
    <ol class={`ha-steps ha-steps-${steps.length}`}>
      {steps.map((step) => (
        <li
          key={step.name}
          class={step.state === 'ahead' ? undefined : `is-${step.state}`}
          aria-current={step.state === 'now' || step.state === 'stop' ? 'step' : undefined}
        >
          <b>{step.name}</b>
          {step.fact}
          <span class="ha-vh">, {SAID[step.state]}</span>
        </li>
      ))}
    </ol>
  );
}
