import { addDays, civilDate, type CivilDate } from '../../src/kernel/civil-date.js';

/*
 * The Vietnamese lunar calendar computed from the moon and the sun at UTC+7, to hold tables against. A month begins on the day of a new moon; the month
 * with the winter solstice is the eleventh; of thirteen months between two solstices, the first in which the sun enters no new sign is the leap month.
 * New moons after Jean Meeus, Astronomical Algorithms (1998), chapter 49 in its short form; the sun after chapter 25.
 */

const EPOCH = civilDate('2000-01-01');
/** Julian day number of the epoch at noon. */
const EPOCH_JULIAN = 2451545;
const HANOI_HOURS = 7;
const DEGREE = Math.PI / 180;
const MONTH = 29.530588853;

const sine = (degrees: number): number => Math.sin(degrees * DEGREE);

/** The civil day, counted from the epoch, on which the k-th new moon after January 2000 falls in Hà Nội. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * k;
  const correction =
    -0.4072 * sine(moon) +
    0.17241 * sine(sun) +
    0.01608 * sine(2 * moon) +
    0.01039 * sine(2 * latitude) +
    0.00739 * sine(moon - sun) -
    0.00514 * sine(moon + sun) +
    0.00208 * sine(2 * sun) -
    0.00111 * sine(moon - 2 * latitude) -
    0.00057 * sine(moon + 2 * latitude) +
    0.00056 * sine(2 * moon + sun) -
    0.00042 * sine(3 * moon) +
    0.00042 * sine(sun + 2 * latitude) +
    0.00038 * sine(sun - 2 * latitude) -
    0.00024 * sine(2 * moon - sun) -
    0.00017 * sine(node);
  const terrestrial = 2451550.09766 + MONTH * k + 0.00015437 * t * t + correction;
  return Math.floor(terrestrial - clockDrift(t) - EPOCH_JULIAN + 0.5 + HANOI_HOURS / 24);
}

/** Terrestrial time ahead of clocks, in days: a little over a minute in these decades. */
function clockDrift(centuries: number): number {
  return (64 + 30 * centuries) / 86_400;
}

/** Which twelfth of the ecliptic the sun is in at the midnight with which a day begins in Hà Nội; 9 begins at the winter solstice. */
function sunSign(day: number): number {
  const t = (day - 0.5 - HANOI_HOURS / 24) / 36_525;
  const anomaly = 357.52911 + 35_999.05029 * t;
  const centre =
    (1.914602 - 0.004817 * t) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.000289 * sine(3 * anomaly);
  const apparent = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return Math.floor((((apparent % 360) + 360) % 360) / 30);
}

/** The number of the new moon that begins the eleventh month, the one with the winter solstice of that year. */
function eleventh(year: number): number {
  const end = (Date.parse(`${year}-12-31`) - Date.parse(EPOCH)) / 86_400_000;
  let k = Math.round(end / MONTH) + 1;
  while (newMoon(k) > end) k -= 1;
  return sunSign(newMoon(k)) >= 9 ? k - 1 : k;
}

/** The day on which a day of the lunar year begins that has its Tết in that year; leap months are not asked for. */
export function lunarDay(year: number, month: number, day: number): CivilDate {
  const [first, next] = [eleventh(year - 1), eleventh(year)];
  const leaps = next - first === 13;
  let leap = Number.POSITIVE_INFINITY;
  for (let k = first + 1; leaps && k < next && leap > next; k += 1) {
    if (sunSign(newMoon(k)) === sunSign(newMoon(k + 1))) leap = k;
  }
  const usual = first + 1 + month;
  return addDays(EPOCH, newMoon(usual >= leap ? usual + 1 : usual) + day - 1);
}
