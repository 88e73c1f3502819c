import { Worker } from 'node:worker_threads';
import { OutsideRefused } from '../../src/kernel/outside-failure.js';
import { FileBundles, type BundleOrder } from '../../src/records/ports/file-bundles.port.js';
import type { BundleNews } from './bundle.worker.js';

const TIME_LIMIT_MS = 5 * 60_000;
const HEAP_MEGABYTES = 768;

/** Each bundle in a thread of its own, which ends with it: hundreds of megabytes of scans hold up nobody and leave nothing behind. */
export class ThreadFileBundles extends FileBundles {
  constructor(private readonly timeLimitMs = TIME_LIMIT_MS) {
    super();
  }

  override async make(order: BundleOrder, progress: (done: number) => void): Promise<Uint8Array> {
    const worker = new Worker(new URL('./bundle.worker.js', import.meta.url), {
      workerData: order,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
      transferList: order.papers.flatMap(({ files }) => files.flatMap(({ content }) => content?.buffer ?? [])),
    });
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        const refuse = (code: string, reason: string): void => reject(new OutsideRefused(code, reason));
        const timer = setTimeout(() => {
          refuse('BUNDLE-TIMEOUT', 'Ghép hồ sơ quá lâu nên đã dừng. Bỏ bớt tệp lớn khỏi hồ sơ rồi xuất lại.');
        }, this.timeLimitMs);
        worker.on('message', (news: BundleNews) => {
          if ('done' in news) progress(news.done);
          else resolve(news.zip);
        });
        worker.on('error', ({ message }) => refuse('BUNDLE-FAILED', `Chưa ghép được hồ sơ: ${message}`));
        worker.on('exit', (code) => refuse('BUNDLE-FAILED', `Chưa ghép được hồ sơ: mã ${code}.`));
        void worker.on('exit', () => clearTimeout(timer));
      });
    } finally {
      await worker.terminate();
    }
  }
}
