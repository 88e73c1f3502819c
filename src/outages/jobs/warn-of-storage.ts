import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { diskSpace, spaceLevel } from '../../platform/health/disk-space.js';
import { StorageHealth } from '../../platform/health/storage-health.js';
import { storagePlaces, type StoragePlace } from '../../platform/health/storage-places.js';
import { damagedTables, storageWords } from '../application/storage-words.js';

interface Warning {
  /** Reported once a day as long as it lasts. */
  readonly name: string;
  readonly words: string;
}

const MEBIBYTE = 2 ** 20;

/** Tells administrators what is wrong with the storage, and when little room is left: once a day as long as it lasts. */
@Injectable()
export class WarnOfStorage {
  constructor(
    private readonly health: StorageHealth,
    private readonly settings: Settings,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  async run(): Promise<void> {
    const warnings = [...(await this.ofProblems()), ...(await this.ofRoom())];
    if (warnings.length === 0) return;
    const administrators = (await this.staff.peopleWith('administrator')).map(({ id }) => id);
    const day = civilDateOf(this.clock.now());
    await this.uow.run(async (tx) => {
      for (const { name, words } of warnings)
        await this.notices.tellEach(tx, administrators, { key: `storage:${name}:${day}`, kind: 'news', words });
    });
  }

  private async ofProblems(): Promise<readonly Warning[]> {
    const problems = await this.health.problems();
    const { checked } = this.health;
    const tables = checked === null ? '' : damagedTables(checked.verdict);
    return problems.map((problem) => {
      const where = problem.cause === 'database-corrupt' && tables !== '' ? ` Chỗ hỏng: ${tables}.` : '';
      return { name: `${problem.part}.${problem.cause}`, words: `${storageWords([problem]).join(' ')}${where}` };
    });
  }

  private async ofRoom(): Promise<readonly Warning[]> {
    const each = storagePlaces(this.settings).map((place) => lowRoom(place));
    return (await Promise.all(each)).flat();
  }
}

async function lowRoom({ name, path }: StoragePlace): Promise<readonly Warning[]> {
  const space = await diskSpace(path).catch(() => null);
  if (space === null || spaceLevel(space) === 'ample') return [];
  const left = Math.floor(space.free / MEBIBYTE).toLocaleString('vi-VN');
  const words = `Ổ đĩa ở ${path} chỉ còn ${left} MB. Dọn hoặc mở rộng trước khi đầy: đầy thì phần mềm không nhận và không lưu được gì.`;
  return [{ name: `room.${name}.${spaceLevel(space)}`, words }];
}
