import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultingLine } from './faulting-line.js';
import { Moto } from './moto.js';

interface S3Stage {
  moto: Moto;
  line: FaultingLine;
  directory: string;
}

/** For the tests of a suite: one store behind a line that can fail, and for each test a folder of its own. */
export function motoBehindALine(): Readonly<S3Stage> {
  const stage: Partial<S3Stage> = {};
  beforeAll(async () => {
    stage.moto = await Moto.start();
    stage.line = await FaultingLine.to(stage.moto.port);
  });
  afterAll(async () => {
    await stage.line?.close();
    await stage.moto?.close();
  });
  beforeEach(async () => {
    stage.directory = await mkdtemp(join(tmpdir(), 'hoi-am-kho-'));
  });
  afterEach(() => rm(stage.directory ?? '', { recursive: true, force: true }));
  // Whole before the first test.
  return stage as S3Stage;
}
