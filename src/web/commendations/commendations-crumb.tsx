import type { VNode } from 'preact';
import { Crumb } from '../kit/crumb.js';

/** The way back to what was changed by feedback. */
export function CommendationsCrumb(): VNode {
  return <Crumb href="/khen-thuong" label="Khen thưởng" />;
}
