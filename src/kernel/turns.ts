/** Milliseconds that work may hold the event loop before it yields. */
const TURN_MS = 10;

/** Yields to the event loop. Reads of SQLite are synchronous and never yield, however many follow one another. */
export const nextTurn = (): Promise<void> =>
  new Promise((resume) => {
    setImmediate(resume);
  });

/** Work in steps, between which the caller can yield to the event loop. */
export type Steps<T> = Generator<void, T>;

/** Runs work step by step and yields every `TURN_MS`, so that others wait at most that long and one step. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (let began = performance.now(), step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - began < TURN_MS) continue;
    await nextTurn();
    began = performance.now();
  }
}

/** Runs work without yielding; for work known to be short. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Maps every row, with a possible yield after each. */
export function* stepsOf<Row, Done>(rows: Iterable<Row>, each: (row: Row) => Done): Steps<readonly Done[]> {
  const done: Done[] = [];
  for (const row of rows) {
    done.push(each(row));
    yield;
  }
  return done;
}
