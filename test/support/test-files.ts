import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileInspector, IncomingFiles } from '../../src/files/index.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';

export interface TestFiles {
  readonly incoming: IncomingFiles;
  readonly store: FolderFileStore;
  readonly directory: string;
  close(): Promise<void>;
}

/** The door of files over a folder of its own, with the real inspection in its threads. */
export async function openTestFiles(): Promise<TestFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'hoi-am-tep-'));
  const [inspector, store] = [new FileInspector(), new FolderFileStore(directory)];
  return {
    incoming: new IncomingFiles(inspector, store),
    store,
    directory,
    async close() {
      await inspector.onApplicationShutdown();
      await rm(directory, { recursive: true });
    },
  };
}
