import { parentPort } from 'node:worker_threads';
import { memoryOf, packingSteps } from '../../../platform/threads/packed-rows.js';
import { READY } from '../../../platform/threads/thread-pool.js';
import { atOnce } from '../../../kernel/turns.js';
import { readWorkbook } from './read-xlsx.js';
import { unpacked, type SheetJob } from './sheet-job.js';
import { writeWorkbook } from './write-workbook.js';

async function answer(job: SheetJob): Promise<void> {
  if (job.kind === 'write') {
    const content = new Uint8Array(await writeWorkbook(await unpacked(job.sheets)));
    parentPort?.postMessage(content, [content.buffer]);
    return;
  }
  const { content, mostRows } = job;
  const reading = await readWorkbook(Buffer.from(content.buffer, content.byteOffset, content.byteLength), mostRows);
  const table = reading.ok ? atOnce(packingSteps(reading.table)) : [];
  parentPort?.postMessage(reading.ok ? { ok: true, table } : reading, memoryOf(table));
}

parentPort?.on('message', (job: SheetJob) => void answer(job));
parentPort?.postMessage(READY);
