import type { VNode } from 'preact';
import { Crumb } from '../kit/crumb.js';

/** The way back to the trust store. */
export function TrustCrumb(): VNode {
  return <Crumb href="/kho-tin-cay" label="Chứng thư số tin cậy" />;
}
