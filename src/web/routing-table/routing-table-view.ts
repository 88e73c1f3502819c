import type { RoutingLineEntity } from '../../routing-table/index.js';
import { isRoutingLineInForce } from '../../routing-table/domain/routing-line.js';
import { SCHOOL_LEVEL_WORDS } from '../../routing-table/domain/school-level.js';
import { fullTitle, unitName } from '../kit/names.js';
import { count } from '../kit/words/numbers.js';
import { fullDay, moment } from '../kit/words/time.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { routingEndForm, routingForm } from './routing-form.js';
import type { RoutingLineView, RoutingTableView } from './routing-table-page.js';
import type { RoutingTableReading } from './routing-table-page-query.js';
import { NAMED_UNIT_WORDS } from './routing-table-words.js';

export function routingTableView(reading: RoutingTableReading, refused: RefusedAct | null): RoutingTableView {
  const { table, today, mayEdit } = reading;
  const isOver = ({ validTo }: RoutingLineEntity): boolean => validTo !== null && validTo < today;
  const held = table.filter((line) => isRoutingLineInForce(line, today)).length;
  return {
    summary: held === 0 ? 'Chưa có dòng nào đang áp dụng.' : `${count(held)} dòng đang áp dụng.`,
    lines: table.filter((line) => !isOver(line)).map((line) => lineView(reading, line, refused)),
    past: table
      .filter(isOver)
      .map((line) => lineView(reading, line, refused))
      .toReversed(),
    add: mayEdit ? routingForm(reading, refused) : null,
  };
}

function lineView(reading: RoutingTableReading, line: RoutingLineEntity, refused: RefusedAct | null): RoutingLineView {
  const { names, today, mayEdit } = reading;
  const { id, no, officerId, validFrom, validTo } = line;
  const helping = line.coordinators.flatMap((unitId) => unitName(names, unitId) ?? []);
  const isOpen = validTo === null || validTo >= today;
  return {
    id,
    no,
    ...criteria(reading, line),
    lead: leadWords(reading, line),
    officer: fullTitle(names, officerId),
    helping: helping.length === 0 ? null : helping.join(', '),
    validity: `Từ ${fullDay(validFrom)}${validTo === null ? '' : ` đến hết ${fullDay(validTo)}`}`,
    coming: validFrom > today,
    basis: line.basis,
    written: `${line.createdByName}, ${moment(line.createdAt)}`,
    ended: endedWords(line),
    end: mayEdit && isOpen ? routingEndForm(line, reading, refused) : null,
  };
}

function criteria(
  { categories }: RoutingTableReading,
  { category, schoolLevel, area }: RoutingLineEntity,
): Pick<RoutingLineView, 'field' | 'level' | 'area'> {
  return {
    field: category === null ? 'Mọi lĩnh vực' : categories[category].name,
    level: schoolLevel === null ? null : SCHOOL_LEVEL_WORDS[schoolLevel],
    area,
  };
}

function leadWords({ names }: RoutingTableReading, { leadUnitId }: RoutingLineEntity): string {
  return leadUnitId === null ? NAMED_UNIT_WORDS : (unitName(names, leadUnitId) ?? '');
}

function endedWords({ endedAt, endedByName, endedBecause }: RoutingLineEntity): string | null {
  return endedAt === null ? null : `${endedByName ?? ''}, ${moment(endedAt)}: ${endedBecause ?? ''}`;
}
