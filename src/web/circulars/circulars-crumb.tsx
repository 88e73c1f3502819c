import type { VNode } from 'preact';
import { Crumb } from '../kit/crumb.js';

/** The way back from a page about a circular. */
export function CircularsCrumb({
  href = '/quan-triet',
  label = 'Quán triệt văn bản',
}: {
  href?: string;
  label?: string;
}): VNode {
  return <Crumb href={href} label={label} />;
}
