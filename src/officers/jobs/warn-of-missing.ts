import { Injectable } from '@nestjs/common';
import { sha256Of } from '../../kernel/sha256.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { HEAR_OF_MISSING } from '../domain/policy.js';
import { OfficerDirectory } from '../application/officer-directory.js';

const NAMED = 5;

/** Each hour: tells the Office and supervision which units have no contact officer, once for each list of them. */
@Injectable()
export class WarnOfMissing {
  constructor(
    private readonly directory: OfficerDirectory,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
    private readonly uow: UnitOfWork,
  ) {}

  /** @returns how many units have none */
  async run(): Promise<number> {
    const units = await this.directory.missing();
    if (units.length === 0) return 0;
    const people = (await Promise.all(HEAR_OF_MISSING.map((role) => this.staff.peopleWith(role)))).flat();
    const ids = units.map(({ id }) => id).sort();
    await this.uow.run((tx) =>
      this.notices.tellEach(
        tx,
        people.map(({ id }) => id),
        { key: `officers.missing:${sha256Of(ids.join(' '))}`, kind: 'reminder', words: wordsOf(units) },
      ),
    );
    return units.length;
  }
}

function wordsOf(units: readonly { readonly name: string }[]): string {
  const named = units.slice(0, NAMED).map(({ name }) => name);
  const rest = units.length > NAMED ? ` và ${units.length - NAMED} đơn vị khác` : '';
  return `Chưa có cán bộ đầu mối: ${named.join(', ')}${rest}. Không giao phiếu cho đơn vị đó được. Xem Danh bạ cán bộ đầu mối.`;
}
