import type { VNode } from 'preact';
import { ActButton } from '../kit/act-button.js';

/** The way to a ticket's letter: an open draft, or a new one. */
export type DraftStepView =
  | { readonly kind: 'open'; readonly href: string; readonly label: string }
  | { readonly kind: 'start'; readonly action: string; readonly label: string };

export function DraftStep({ step, csrf, primary }: { step: DraftStepView; csrf: string; primary: boolean }): VNode {
  if (step.kind === 'start') {
    return <ActButton action={step.action} csrf={csrf} label={step.label} primary={primary} shortcut="d" />;
  }
  return (
    <a class={primary ? 'btn btn-primary' : 'btn'} href={step.href} data-key="d">
      {step.label} <kbd aria-hidden="true">d</kbd>
    </a>
  );
}
