import { digitRunsAt } from './digit-runs.js';
import type { Detection } from './finding.js';
import { phrases, type Reading } from './reading.js';

const PLATE_CUES = phrases('biển số, bks, biển kiểm soát, xe, ô tô, xe máy, biển');
const PAPER_CUES = phrases('hộ chiếu, passport');
const CLASS = phrases('lớp, khối, phòng, tiết');
const PLATE_SEPARATORS = /^[-–. ]$/u;

/** `C1234567`: one or two capitals and seven or eight figures (Thông tư 73/2021/TT-BCA, mẫu hộ chiếu). */
export function detectPassport(reading: Reading, index: number): Detection | null {
  const [series, figures] = [reading.at(index), reading.at(index + 1)];
  if (!/^[A-Za-z]{1,2}$/u.test(series.text) || figures.kind !== 'number' || figures.gap === 'line') return null;
  const said = reading.lastPhraseWithin(index, 6, PAPER_CUES) !== null;
  if (!/^\d{7,8}$/u.test(figures.text) || (!said && !isBarePassport(reading, index))) return null;
  return { kind: 'passport', confidence: said ? 'certain' : 'likely', from: index, to: index + 1 };
}

function isBarePassport(reading: Reading, index: number): boolean {
  const [series, figures] = [reading.at(index), reading.at(index + 1)];
  return /^[A-Z]$/u.test(series.text) && series.gap !== 'none' && figures.gap === 'none';
}

/** `15A-123.45`, `16H1 1234`, `15-B1 234.56` (Thông tư 79/2024/TT-BCA). */
export function detectPlate(reading: Reading, index: number): Detection | null {
  if (!/^[1-9]\d$/u.test(reading.at(index).text) || reading.phraseBefore(index, CLASS) > 0) return null;
  const series = seriesAfter(reading, index);
  if (series === null) return null;
  const serial = digitRunsAt(reading, skipSeparator(reading, series + 1)).find(
    ({ digits, letters }) => letters === 0 && /^\d{4,5}$/u.test(digits),
  );
  if (serial === undefined || serial.groups > 2) return null;
  const said = reading.lastPhraseWithin(index, 6, PLATE_CUES) !== null;
  if (!said && /^(?:19|20)\d\d$/u.test(serial.digits)) return null;
  return { kind: 'licencePlate', confidence: said ? 'certain' : 'likely', from: index, to: serial.to };
}

/** The last token of the letters of a plate: `A`, `H1`, `LD`. */
function seriesAfter(reading: Reading, index: number): number | null {
  const at = skipSeparator(reading, index + 1);
  const letters = reading.at(at);
  if (!/^[A-Z]{1,2}$/u.test(letters.text) || letters.gap === 'line') return null;
  const figure = reading.at(at + 1);
  return figure.gap === 'none' && /^\d$/u.test(figure.text) ? at + 1 : at;
}

function skipSeparator(reading: Reading, index: number): number {
  return PLATE_SEPARATORS.test(reading.at(index).text) ? index + 1 : index;
}
