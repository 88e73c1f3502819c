import type { RecordExportEntity } from '../../records/index.js';
import type { FileExportView } from './file-export.js';
import { moment } from '../kit/words/time.js';

/** The data on the export of a file; only for those who may open all of it. */
export interface FileExportReading {
  readonly flaws: readonly string[];
  readonly latest: RecordExportEntity | null;
}

export function fileExportView(fileId: string, { flaws, latest }: FileExportReading): FileExportView {
  const action = `/ho-so/${fileId}/xuat`;
  return {
    action,
    flaws,
    progress: progressOf(latest),
    problem: latest?.state === 'failed' ? latest.problem : null,
    ready:
      latest?.state === 'ready' && latest.endedAt !== null
        ? { href: `${action}.zip`, words: `Ghép ${moment(latest.endedAt)}, ${latest.total} văn bản.` }
        : null,
  };
}

function progressOf(latest: RecordExportEntity | null): string | null {
  if (latest?.state === 'pending') return 'Đã nhận yêu cầu, sắp ghép.';
  if (latest?.state !== 'running') return null;
  return `Đang ghép: ${latest.done} trên ${latest.total} văn bản.`;
}
