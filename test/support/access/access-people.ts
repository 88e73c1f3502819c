/**
 * Who somebody is to the object of a call, one letter each. By role alone: `C` registry clerk · `F` format checker · `L` leader · `S` supervisor ·
 * `A` administrator. Of the unit that leads: `o` the officer in charge · `c` another officer · `h` the head. Of a unit that has nothing to do with
 * it: `x` an officer · `y` the head. `n` nobody who has signed in.
 */
export type Standing = 'C' | 'F' | 'L' | 'S' | 'A' | 'o' | 'c' | 'h' | 'x' | 'y' | 'n';

export const STANDINGS: readonly Standing[] = ['C', 'F', 'L', 'S', 'A', 'o', 'c', 'h', 'x', 'y', 'n'];

/** Those whom it matters to which unit an object belongs. */
export const UNIT_STANDINGS: readonly Standing[] = ['o', 'c', 'h', 'x', 'y'];

/** The units whose objects are called for, each with its people. */
export const UNITS = {
  gdtrh: { officer: 'ngoc', colleague: 'mai', head: 'thang' },
  'nui-voi': { officer: 'luc', colleague: 'thu', head: 'hieutruong' },
} as const;

export type OwnUnit = keyof typeof UNITS;

const OFFICE = { C: 'tiepnhan', F: 'thethuc', L: 'khanh', S: 'giamsat', A: 'quantri' } as const;

export const EVERYBODY: readonly string[] = [
  ...Object.values(OFFICE),
  ...Object.values(UNITS).flatMap((people) => Object.values(people)),
];

/** Who has that standing towards an object of the unit; null for nobody. */
export function personOf(standing: Standing, unit: OwnUnit): string | null {
  const [own, other] = [UNITS[unit], UNITS[unit === 'gdtrh' ? 'nui-voi' : 'gdtrh']];
  const people: Readonly<Record<Standing, string | null>> = {
    ...OFFICE,
    o: own.officer,
    c: own.colleague,
    h: own.head,
    x: other.officer,
    y: other.head,
    n: null,
  };
  return people[standing];
}
