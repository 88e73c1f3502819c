import type { Check } from './check.js';
import type { PeerUnderTest } from './peer.js';

/** Checks that belong together and may build on each other, in their order; made again for each run. */
export type Chapter = (peer: PeerUnderTest) => readonly Check[];
