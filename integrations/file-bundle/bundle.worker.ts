import { parentPort, workerData } from 'node:worker_threads';
import type { BundleOrder } from '../../src/records/ports/file-bundles.port.js';
import { bundleZip } from './bundle-zip.js';

/** What the thread says: how far it is, and at last the archive. */
export type BundleNews = { readonly done: number } | { readonly zip: Uint8Array<ArrayBuffer> };

const zip = new Uint8Array(
  await bundleZip(workerData as BundleOrder, (done) => parentPort?.postMessage({ done } satisfies BundleNews)),
);
parentPort?.postMessage({ zip } satisfies BundleNews, [zip.buffer]);
